import type { Fault } from '../core/table.js';
import type { Path } from '../core/yaml-file.js';

/** A text in both languages of the office. */
export interface Text {
  vi: string;
  en: string;
}

export const fault = (path: Path, says: string): Fault[] => [{ path, says }];

export const both = (path: Path, text: Partial<Text> | null | undefined): Fault[] =>
  text?.vi && text.en ? [] : fault(path, `${path.join('.')} needs a text in vi and en`);

export const count = (path: Path, n: unknown, least = 0): Fault[] =>
  typeof n === 'number' && n >= least ? [] : fault(path, `${path.join('.')} must be a number of ${least} or more`);

export const whole = (path: Path, n: unknown, least = 0): Fault[] =>
  Number.isSafeInteger(n) && (n as number) >= least ? [] : fault(path, `${path.join('.')} must be a whole number of ${least} or more`);

export const oneOf = (path: Path, value: unknown, known: readonly string[]): Fault[] =>
  known.includes(value as string) ? [] : fault(path, `${path.join('.')} is one of ${known.join(', ')}, not ${JSON.stringify(value)}`);

/** A list without repetition whose every word is known. */
export function someOf(path: Path, value: unknown, known: readonly string[], least = 0): Fault[] {
  if (!Array.isArray(value)) return fault(path, `${path.join('.')} must be a list`);
  if (value.length < least) return fault(path, `${path.join('.')} needs at least ${least} of ${known.join(', ')}`);
  return value.flatMap((word: unknown, i) =>
    value.indexOf(word) < i ? fault([...path, i], `${path.join('.')} names ${String(word)} twice`) : oneOf([...path, i], word, known),
  );
}

/** A key that nobody reads would be believed to work: it is refused. */
export const onlyKeys = (path: Path, value: unknown, known: readonly string[]): Fault[] =>
  isMap(value)
    ? Object.keys(value).flatMap((key) =>
        known.includes(key) ? [] : fault([...path, key], `there is no ${[...path, key].join('.')} here`),
      )
    : fault(path, `${path.join('.') || 'this file'} must hold keys and values`);

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
