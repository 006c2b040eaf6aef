import type { Faults } from './faults.js';
import type { Manifest } from './manifest.js';
import type { Entry } from './zip-entry.js';

type By = Pick<Manifest, 'software'>;
/** its zips may hold deflated entries */
const FIRST = 'Lá Chắn capture 1';
/** they bear times in the zone of the machine, and either of the two signatures that fit; all later ones are written in one way alone, so that no byte can change unseen */
const EARLIER = [FIRST, 'Lá Chắn capture 2'];
export const isOurs = ({ software }: By): boolean => /^Lá Chắn /.test(software);
export const isStrict = (by: By): boolean => isOurs(by) && !EARLIER.includes(by.software);

/** What stands beside the bytes of each entry: a plain file that everybody may read, made by version 6.3 of the form on Unix. */
const RIGHTS = (0o100644 << 16) >>> 0;
const MADE_BY = (3 << 8) | 63;

/** What our own software writes in one way alone, and no hash covers. */
export function checkOwnForm(manifest: Manifest, entries: readonly Entry[], faults: Faults): void {
  if (!isOurs(manifest)) return;
  const created = Math.floor(Date.parse(manifest.created ?? '') / 1000);
  const [plain, strict] = [manifest.software !== FIRST, isStrict(manifest)];
  for (const { name, modified, attributes, madeBy, dos, deflated } of entries) {
    const asWritten = (!plain || (attributes === RIGHTS && madeBy === MADE_BY)) && (!strict || dos === dosOf(created));
    if (modified !== created || !asWritten) faults.add('form.odd-field', name);
    if (plain && deflated) faults.add('form.packing', name);
  }
}
/** Date and time as DOS counts them, in UTC. */
function dosOf(seconds: number): number {
  const at = new Date(seconds * 1000);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return ((date << 16) | (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)) >>> 0;
}
