import { expect, test } from '@jest/globals';
import { matching } from '../matching/matching-table.js';
import { exchanges } from './exchanges.js';

const further = (n: number) => (text: string) => text.replace(/[a-z]/g, (c) => String.fromCharCode(((c.charCodeAt(0) - 97 + n) % 26) + 97));

test('the alphabet of a text is found by how often its letters come, however far it was moved along', () => {
  for (const text of ['the hospital hides that the new vaccine makes children sick', 'nguoi dan ca nuoc duoc nhan tien ho tro tu ngay mai'])
    for (let n = 1; n < 26; n++) {
      const hidden = further(n)(text);
      const read = exchanges(hidden, matching.text).map((letters) => hidden.replace(/[a-z]/g, (c) => letters.get(c)!));
      expect(read).toContain(text);
    }
});

test('a few letters speak for no alphabet: short talk that nobody understands is left as it is', () => {
  expect(exchanges('xu xu bi hack ha mn', matching.text)).toEqual([]);
  expect(exchanges(further(13)('uong nuoc muoi khoi benh'), matching.text)).not.toEqual([]);
});
