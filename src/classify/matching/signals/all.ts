import type { Aligned } from '../align.js';
import { coverage } from './coverage.js';
import { focus } from './focus.js';
import { lead } from './lead.js';
import { letters } from './letters.js';
import { mass } from './mass.js';
import { numbers } from './numbers.js';
import { rarest } from './rarest.js';
import { strength } from './strength.js';
import { together } from './together.js';

/** What speaks for a post repeating a wording: a number each, mostly from 0 to 1. */
export const SIGNALS: Readonly<Record<string, (pair: Aligned) => number>> = {
  lead,
  mass,
  strength,
  coverage,
  together,
  focus,
  rarest,
  numbers,
  letters,
};
