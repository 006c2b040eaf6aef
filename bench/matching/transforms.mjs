// Ways in which people type and dodge filters. Each is pure: the same text and the same draws give the same text.
// `langs` names the languages that it changes, both where it is left out. What comes out still says what went in, to a person;
// a text that lacks what a transform needs comes out as it was, and is left out of a count.
import { around } from './transforms/around.mjs';
import { hidden } from './transforms/hidden.mjs';
import { lookalikes } from './transforms/lookalikes.mjs';
import { numbers } from './transforms/numbers.mjs';
import { regions } from './transforms/regions.mjs';
import { shortening } from './transforms/shortening.mjs';
import { slang } from './transforms/slang.mjs';
import { spacing } from './transforms/spacing.mjs';
import { typing } from './transforms/typing.mjs';
import { writing } from './transforms/writing.mjs';

export { seeded } from './transforms/tools.mjs';

const families = { typing, writing, regions, slang, numbers, shortening, spacing, lookalikes, hidden, around };

/** @type {{ name: string, family: string, langs: ('vi' | 'en')[], why: string, apply: (text: string, random: () => number) => string }[]} */
export const transforms = Object.entries(families).flatMap(([family, list]) =>
  list.map((one) => ({ family, langs: ['vi', 'en'], ...one })),
);
