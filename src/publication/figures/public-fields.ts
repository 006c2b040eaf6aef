import type { PublicPart } from './public-part.js';

export interface PublicField {
  is: 'word' | 'provision' | 'id' | 'whole' | 'yes-or-no';
  of?: string[];
  or?: string[];
}
export type PublicFields = Record<string, PublicField>;

/** What every public part holds by the format of the log. */
export const FRAME = ['format', 'part', 'id', 'type', 'v', 'recordedAt', 'officeAt', 'nonce'];
const WORD = /^(?!\d+$)[a-z0-9][a-z0-9-]{0,39}$/;
const PROVISION = /^[A-Z0-9-]{1,20}:\d{1,3}(\.\d{1,3}){0,2}(\.[a-zđ]{1,2})?$/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HAS: Record<PublicField['is'], (value: unknown) => boolean> = {
  word: (value) => typeof value === 'string' && WORD.test(value),
  provision: (value) => typeof value === 'string' && PROVISION.test(value),
  id: (value) => typeof value === 'string' && ID.test(value),
  whole: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  'yes-or-no': (value) => typeof value === 'boolean',
};

/** The first field of a part that may not be published, or null. Its value is not told: it may be what must not be said. */
export function unpublishable(part: PublicPart, fields: PublicFields): string | null {
  for (const [field, value] of Object.entries(part)) {
    if (FRAME.includes(field) || value === null) continue;
    if (!fields[field] || !HAS[fields[field].is](value)) return field;
  }
  return null;
}
