/** The published log is a row of files of so many events each, named by their number. A full one never changes. */
export interface LogFile {
  number: number;
  /** the first and the last event that it may hold */
  first: number;
  last: number;
}
const NAME = /^(\d{6})\.jsonl$/;

export const logFile = (number: number, size: number): LogFile => ({ number, first: (number - 1) * size + 1, last: number * size });
export const nameOf = (number: number): string => `${String(number).padStart(6, '0')}.jsonl`;
export const countOf = (sealedTo: number, size: number): number => Math.ceil(sealedTo / size);
export function numberOf(name: string): number | null {
  const number = Number(NAME.exec(name)?.[1] ?? 0);
  return number > 0 ? number : null;
}
