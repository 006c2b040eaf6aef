import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Day } from '../../core/http/answer.js';
import { TitlesRepository, type StaffTitle } from '../../core/identity/titles.repository.js';
import { currentSetup, formOf, setupHash } from '../documents/print-setup.js';
import { nextDay } from '../penalty/day.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import { ComposeRecord } from './compose-record.use-case.js';
import { DraftsToSign, type DraftRow } from './drafts-to-sign.repository.js';
import type { Person } from './draw-violation.use-case.js';
import type { DecisionContent } from './decision.js';
import { offered, onFile } from './on-file.js';
import { OpenDrafts } from './open-drafts.use-case.js';
import { flowOf } from './penalty.flow.js';
import { awaitsHearing, windowsOf } from './procedure.js';
import { daysOff, procedureOn } from './procedure-table.js';
import { signingTitle } from './signing-title.js';
import { standingOf } from './standing.js';

/** A draft that cannot be signed yet: what it lacks, and from when an explanation is waited for no more. */
export interface NotYet {
  id: string;
  lacks: string[];
  from: Day | null;
}
/** The drafts that others wrote for one signer, those that wait longest first. */
export interface ToSign {
  now: Looked[];
  later: NotYet[];
}
/** A draft as it was looked at for one signer, and the title by which they would sign it. */
export interface Looked extends NotYet {
  content: DecisionContent;
  title: StaffTitle | null;
}
/** What it needs to be signed and these facts deny; what they do not tell is not asked. */
const missing = (content: DecisionContent, met: ReadonlyMap<string, boolean>): string[] =>
  (flowOf(content).draft.find((step) => step.to === 'signed')?.needs ?? []).filter((need) => met.get(need) === false);
const LAW = ['questions-answered', 'within-limitation', 'law-confirmed', 'sum-holds', 'referral-decided', 'competent-title'];

/** Which drafts somebody can sign now, as far as rows and the law tell: cheap enough for a counter. What only papers, exhibits and other records tell is asked of those that are listed. */
@Injectable()
export class ToSignView {
  constructor(
    private readonly drafts: DraftsToSign,
    private readonly titles: TitlesRepository,
    private readonly composing: ComposeRecord,
    private readonly opening: OpenDrafts,
  ) {}

  async run(tx: Tx, signer: Person): Promise<ToSign> {
    const day = await this.composing.today(tx);
    const at = { day, titles: await this.titles.held(tx, signer.staffId, day), printing: setupsOn(day) };
    const drafts = (await this.drafts.of(tx, signer)).map((row) => lackOf(row, at));
    return { now: drafts.filter((d) => d.lacks.length === 0), later: drafts.filter((d) => d.lacks.length > 0) };
  }

  /** Which of these lack something after all, once all that is on file is known: in as many queries as for one. */
  async lacking(tx: Tx, signer: Person, drafts: readonly Looked[]): Promise<NotYet[]> {
    if (drafts.length === 0) return [];
    const met = await this.opening.run(tx, signer.staffId, new Map(drafts.map((d) => [d.id, d.title])));
    return drafts.map((d) => ({ ...d, lacks: missing(d.content, met.get(d.id)!) })).filter((d) => d.lacks.length > 0);
  }
}

type Setups = (content: DraftRow['content']) => string | null;
/** What each form is printed with on a day, computed once. */
function setupsOn(day: Day): Setups {
  const known = new Map<ReturnType<typeof formOf>, string | null>();
  return (content) => {
    const form = formOf(content);
    if (!known.has(form)) known.set(form, setupHash(currentSetup(form, day)));
    return known.get(form)!;
  };
}

function lackOf(row: DraftRow, { day, titles, printing }: { day: Day; titles: StaffTitle[]; printing: Setups }): Looked {
  const { id, content, terms, given } = row;
  const met = new Map<string, boolean>([['printing-current', content.printing === undefined || content.printing === printing(content)]]);
  const put = (facts: [string, boolean][]) => facts.forEach(([need, holds]) => met.set(need, holds));
  if (content.kind === 'annulment') {
    const title = signingTitle(titles, day);
    put([['competent-title', title !== null]]);
    return { id, content, title, lacks: missing(content, met), from: null };
  }
  const { drawnOn } = content.record;
  const windows = windowsOf(drawnOn, terms, given, day, procedureOn(drawnOn)!, daysOff);
  const { needs, title, candidate } = standingOf(content, { day, titles, confirmations: row.confirmations }, penaltyLaw);
  put([...onFile(content, { ...row, windows }), ['right-confirmed', row.confirmed && offered(terms, candidate)]]);
  put(LAW.map((need) => [need, needs.has(need)]));
  const lacks = missing(content, met);
  const waits = lacks.includes('explained') && !windows.explained && !awaitsHearing(given) && windows.explainUntil;
  return { id, content, title, lacks, from: waits ? nextDay(waits) : null };
}
