import type { Text } from '../table-faults.js';
import type { InForce } from './day.js';

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];
export const SUBJECTS = ['individual', 'organisation'] as const;
export type SubjectKind = (typeof SUBJECTS)[number];
export const PLACES = ['social-network', 'website', 'offline'] as const;
export type Place = (typeof PLACES)[number];
export const BASES = ['read', 'digest', 'recalled', 'derived'] as const;
/** The letters of points in the order of a Vietnamese decree: đ follows d, and there is neither f nor j. */
export const POINTS = [...'abcdđeghiklmnopqrstuvxy'];

export interface Source {
  basis: (typeof BASES)[number];
  where: string;
}
/** How surely a row of the law is known: as a whole, and by field where that differs. */
export interface Known {
  source: Source[];
  confidence: Confidence;
  field_confidence?: Record<string, Confidence>;
  notes?: Record<string, Text>;
}
/** Dong from the least to the most; whole numbers only. */
export interface Frame {
  min: number;
  max: number;
}
export type Frames = Record<SubjectKind, Frame>;

export interface Decree {
  name: Text;
  in_force: InForce;
  amended_by?: { name: Text; from: string }[];
  individual_divisor: number;
  halving: Text;
  source: Source[];
  confidence: Confidence;
}
export interface Provision extends Known {
  decree: string;
  article: number;
  clause: number;
  point?: string;
  act_type: string;
  act: Text;
  in_force: InForce;
  subjects: SubjectKind[];
  where: Place[];
  /** places to which practice took it further than its words */
  stretched_to?: { where: Place[]; confidence: Confidence; note: Text };
  frame: Frames;
  additional: string[];
  remedies: string[];
  /** aggravating circumstances that already make the act what it is */
  elements?: string[];
  precondition?: Text;
  limitation_years: number;
  explain: boolean;
  /** the lawyer's confirmation that made this version of the row */
  confirmed?: { by: string; on: string; document: string };
}
export interface Title {
  key: string;
  label: Text;
  limit: Record<SubjectKind, number>;
  additional: string[];
  remedies: string[];
  /** remedies that the law neither gives nor clearly withholds: they count as withheld */
  unsettled_remedies?: string[];
  confidence?: Confidence;
  note?: Text;
}
export interface Authority {
  in_force: InForce;
  /** a title may fine an individual up to this part of what it may fine an organisation */
  individual_divisor: number;
  basis: Text;
  source: Source[];
  confidence: Confidence;
  note?: Text;
  titles: Title[];
}
interface Fraction {
  numerator: number;
  denominator: number;
}
export interface FineRule extends Known {
  key: string;
  name: Text;
  in_force: InForce;
  cites: Record<'fine' | 'ended' | 'ongoing', Text>;
  extremes: number;
  minors: { liable_from: number; fined_from: number; adult_from: number; cap: Fraction };
  explanation: Record<SubjectKind, number> & { sanctions: string[] };
  returned_adds_years: number;
}
export interface FineRules {
  warn_days: number[];
  versions: FineRule[];
}
export interface OneCircumstance {
  in_force: InForce;
  part: Fraction;
  set_by: Text;
  provisional: boolean;
}
export interface Circumstances {
  source: Source[];
  confidence: Confidence;
  mitigating: Record<string, Text>;
  aggravating: Record<string, Text>;
}
export type ActType = Text & { beside: string[] };
/** All that the office knows of the law of penalties. */
export interface PenaltyLaw {
  decrees: Record<string, Decree>;
  provisions: Provision[];
  authorities: Authority[];
  rules: FineRules;
  circumstances: Circumstances;
  policy: { one_circumstance: OneCircumstance[] };
  actTypes: Record<string, ActType>;
  referralSigns: Record<string, Text>;
}

/** `ND15-2020:101.1.a`: what a case keeps of the provision that judged it. */
export const idOf = (p: Pick<Provision, 'decree' | 'article' | 'clause' | 'point'>): string =>
  `${p.decree}:${[p.article, p.clause, ...(p.point ? [p.point] : [])].join('.')}`;

/** The file in which a provision lies; đ is written dd. */
export const fileOf = (p: Provision): string =>
  `${[p.decree.toLowerCase(), p.article, p.clause, ...(p.point ? [p.point.replace('đ', 'dd')] : [])].join('-')}.yaml`;

export function cite(p: Provision, decree: Decree): Text {
  return {
    vi: `${p.point ? `điểm ${p.point} ` : ''}khoản ${p.clause} Điều ${p.article} ${decree.name.vi}`,
    en: `Article ${p.article}(${p.clause})${p.point ? `(${p.point})` : ''} of ${decree.name.en}`,
  };
}
/** In the order in which a reader finds them: by decree, article, clause and point. */
export const inOrder = (a: Provision, b: Provision): number =>
  a.in_force.from.localeCompare(b.in_force.from) ||
  a.article - b.article ||
  a.clause - b.clause ||
  POINTS.indexOf(a.point ?? '') - POINTS.indexOf(b.point ?? '');
