import type { Text } from '../table-faults.js';
import type { Confidence, Known } from './law.js';

/** Something of the law that is not known for sure and that a case rests on. */
export interface Doubt {
  /** the row and the field: `ND15-2020:99.3.a remedies` */
  about: string;
  confidence: Exclude<Confidence, 'high'>;
  note: Text | null;
}
/** A lawyer's confirmation on the case: of what, by whom, on which day, in which document. */
export interface Confirmation {
  about: string;
  by: string;
  on: string;
  document: string;
}

/** A doubt that a lawyer settled on the case. */
export interface ConfirmedDoubt extends Doubt, Omit<Confirmation, 'about'> {}

export const doubt = (about: string, confidence: Confidence, note: Text | null = null): Doubt[] =>
  confidence === 'high' ? [] : [{ about, confidence, note }];

/** The doubts of a row: of the whole, and of the fields that the case rests on. */
export function doubtsOf(row: string, known: Known, fields: readonly string[], whole = false): Doubt[] {
  return [
    ...(whole ? doubt(row, known.confidence) : []),
    ...fields.flatMap((field) => doubt(`${row} ${field}`, known.field_confidence?.[field] ?? 'high', known.notes?.[field] ?? null)),
  ];
}

/** May it be signed? What is known with low confidence blocks until a lawyer confirmed it on the case; medium warns. */
export function signable(doubts: readonly Doubt[], confirmations: readonly Confirmation[]): { blocks: Doubt[]; warns: Doubt[] } {
  const confirmed = new Set(confirmations.map((c) => c.about));
  const open = eachOnce(doubts).filter((d) => !confirmed.has(d.about));
  return { blocks: open.filter((d) => d.confidence === 'low'), warns: open.filter((d) => d.confidence === 'medium') };
}

/** Those that are open no more, with who confirmed them, when, and by which document. */
export function confirmedOf(doubts: readonly Doubt[], confirmations: readonly Confirmation[]): ConfirmedDoubt[] {
  const by = new Map(confirmations.map((c) => [c.about, c]));
  return eachOnce(doubts).flatMap((d) => {
    const confirmation = by.get(d.about);
    return confirmation ? [{ ...d, ...confirmation }] : [];
  });
}
const eachOnce = (doubts: readonly Doubt[]): Doubt[] => doubts.filter((d, i) => doubts.findIndex((other) => other.about === d.about) === i);
