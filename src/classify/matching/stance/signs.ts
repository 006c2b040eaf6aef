import type { Scene, Tell } from './scene.js';
import { cues } from './signals/cues.js';
import { form } from './signals/form.js';
import { negation } from './signals/negation.js';
import { numbers } from './signals/numbers.js';
import { overlap } from './signals/overlap.js';
import { question } from './signals/question.js';
import { quotation } from './signals/quotation.js';
import { speaker } from './signals/speaker.js';
import { words } from './signals/words.js';

/** What tells a stance; each tells signs by name. */
export const STANCE_SIGNALS: readonly ((scene: Scene, tell: Tell) => void)[] = [
  cues,
  question,
  negation,
  overlap,
  numbers,
  quotation,
  speaker,
  form,
  words,
];

/** Tells the signs of a scene. */
export function tellSigns(scene: Scene, tell: Tell): void {
  for (const signal of STANCE_SIGNALS) signal(scene, tell);
}
/** All signs of a scene; one told twice counts with both values. */
export function signsOf(scene: Scene): Map<string, number> {
  const signs = new Map<string, number>();
  tellSigns(scene, (name, value = 1) => signs.set(name, (signs.get(name) ?? 0) + value));
  return signs;
}
