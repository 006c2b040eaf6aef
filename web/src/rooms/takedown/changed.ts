import type { Content, TakedownFull } from './types.js';

const KEYS = ['legalBasis', 'recipient', 'way', 'language', 'items'] as const;
export type ChangedKey = (typeof KEYS)[number];

/** What the newest version says otherwise than the one that was approved: names of blanks, and parts of the request. */
export function changedSince(file: TakedownFull): { approvedBy: string | null; parts: ChangedKey[]; blanks: string[] } | null {
  const [newest] = file.contents;
  const approved = file.contents.find((c) => c.approvedAt);
  if (!newest || newest.approvedAt || !approved) return null;
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const [was, is]: Content[] = [approved.content, newest.content];
  const names = [...new Set([...Object.keys(was.fields), ...Object.keys(is.fields)])];
  return {
    approvedBy: approved.approvedBy,
    parts: KEYS.filter((key) => !same(was[key], is[key])),
    blanks: names.filter((name) => was.fields[name] !== is.fields[name]),
  };
}
