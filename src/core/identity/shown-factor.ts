import { Problem } from '../problem/problem.js';
import './problems.js';

/** When the session last showed the second factor, in seconds; null: never. */
export interface ShownFactor {
  enrolled: boolean;
  age: number | null;
}

/** Refuses whoever did not show the second factor within the last minutes. */
export function demandStepUp({ enrolled, age }: ShownFactor, minutes: number): void {
  if (!enrolled) throw new Problem('second-factor-needed');
  if (age === null || age > minutes * 60) throw new Problem('step-up-needed', { minutes });
}

/** The same of whoever has a factor, so that a session left open or stolen does not do this; an office without factors has none to show. */
export function demandOwnFactor(factor: ShownFactor, minutes: number): void {
  if (factor.enrolled) demandStepUp(factor, minutes);
}
