import { bare, toneLast } from './syllable.js';

/** A word as it is compared: `exact` keeps the marks (tone last), `bare` has none. */
export interface Form {
  exact: string;
  bare: string;
  number: boolean;
  /** digits with points or commas between them */
  grouped: boolean;
  /** letters and digits, or signs that stand for letters */
  mixed: boolean;
}

const DIGITS = /^\d+$/;
const GROUPED = /^[\d.,]+$/;
const MIXED = /[\d@$](?=.*\p{L})|\p{L}.*[\d@$]/u;
const MOST_KNOWN = 100_000;
const forms = new Map<string, Form>();

export function formOf(word: string): Form {
  let form = forms.get(word);
  if (form === undefined) {
    const number = DIGITS.test(word);
    form = { exact: toneLast(word), bare: bare(word), number, grouped: !number && GROUPED.test(word), mixed: MIXED.test(word) };
    if (forms.size >= MOST_KNOWN) forms.clear();
    // a copy: a slice would keep its whole text alive
    forms.set(Buffer.from(word).toString(), form);
  }
  return form;
}
