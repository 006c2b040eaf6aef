import type { Label } from '../../core/glossary/glossary.js';
import type { Day, Page } from '../../core/http/answer.js';
import type { OverviewPeriod } from './period.js';

/** Where the records behind a figure are listed: `list` for the API, `page` in the console. */
export interface Listed {
  list: string;
  page: string;
}
/** So many in the period, and in as many days before. */
export interface PeriodMeasure extends Listed {
  now: number;
  before: number;
  difference: number;
  /** null: too few before to say it in percent */
  percent: number | null;
}
/** What is told of more than before. */
export interface Rise {
  kind: 'topic' | 'claim' | 'platform';
  key: string;
  /** the first wording of a claim; topics and platforms have their words in the glossary */
  label: string | null;
  reports: PeriodMeasure;
  posts: PeriodMeasure;
}
/** By which clock a moment was noted; `day`: it is a calendar day of the office, told as the midnight of UTC that begins it. */
export type SinceClock = 'office' | 'true' | 'day';
/** Something that waits or is late. */
export interface Waiting extends Listed {
  name: string;
  /** of work that gave up: what that means */
  label: Label | null;
  count: number;
  /** there are more than were counted */
  more: boolean;
  /** since when the oldest waits, by the clock of `clock` */
  since: Date | null;
  clock: SinceClock;
  /** how many wait longer than they should, and from how many days on */
  tooLong: number;
  afterDays: number | null;
}
/** What was done in the period, as the public figures count it. */
export interface Done extends PeriodMeasure {
  figure: string;
  label: Label;
  /** an amount of money, not a number of records */
  money: boolean;
}
export interface Overview {
  asOf: Date;
  period: OverviewPeriod;
  rises: Rise[];
  waits: Waiting[];
  late: Waiting[];
  done: Done[];
}

export interface WaitingRecord {
  kind: 'case' | 'claim' | 'correction' | 'post' | 'violation' | 'penalty' | 'staff' | 'event';
  id: string;
}
/** One record behind a figure. */
export interface WaitingLine {
  id: string;
  label: string | null;
  since: Date | null;
  clock: SinceClock;
  /** the last day of a legal time */
  lastDay: Day | null;
  record: WaitingRecord | null;
}
export type WaitingPage = Page<WaitingLine>;
/** One report behind what rises. */
export interface ToldLine {
  id: string;
  postId: string;
  label: string | null;
  platform: string | null;
  topic: string | null;
  receivedAt: Date;
}
export type ToldPage = Page<ToldLine>;
