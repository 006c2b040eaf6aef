import { blanksIn } from '../../core/documents/blanks.js';
import { readTable } from '../../core/table.js';

/** The blanks of each sentence. */
const BLANKS = {
  act: ['act', 'facts'],
  base_case: ['number'],
  exhibit: ['why'],
  signed_in: ['shown'],
  not_in_provision: [],
  costs: [],
  given_to: [],
  silent: [],
  instead: ['title'],
  deputy: ['title'],
  blank: [],
  number_blank: ['letters'],
};
export type Wording = Record<keyof typeof BLANKS, string>;

/** `config/documents/penalty/wording.yaml`, checked. */
export const wording = readTable<Wording>('documents/penalty/wording.yaml', (t) =>
  Object.entries(BLANKS).flatMap(([key, blanks]) => {
    const text = t[key as keyof Wording];
    if (typeof text !== 'string' || text.trim() === '') return [{ path: [key], says: `${key} must be a text` }];
    return blanksIn(text).sort().join() === blanks.join()
      ? []
      : [{ path: [key], says: `${key} has the blanks ${blanks.join(', ') || 'none'}` }];
  }),
);
