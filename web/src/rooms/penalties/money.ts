import { fill } from '../../text/fill.js';
import type { Language } from '../../text/texts.js';
import { integer } from '../../text/time.js';
import type { Step } from './types.js';

export const dong = (amount: number, language: Language): string => `${integer(amount, language)}\u00a0₫`;
export const range = ({ min, max }: { min: number; max: number }, language: Language): string =>
  `${dong(min, language)} – ${dong(max, language)}`;

const AMOUNTS = new Set(['min', 'max', 'amount', 'adult']);
/** A step of the sum in words: the office's text for it with its values. */
export function tellStep({ values }: Step, label: string, language: Language): string {
  const told = Object.entries(values).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') || '–' : typeof value === 'number' && AMOUNTS.has(name) ? dong(value, language) : value,
  ]);
  return fill(label, Object.fromEntries(told) as Record<string, string | number>);
}
