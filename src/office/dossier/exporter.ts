import type { ShownFactor } from '../../core/identity/shown-factor.js';

/** Who takes a case along, with the rights that they have now. */
export interface Exporter {
  staffId: string;
  rights: ReadonlySet<string>;
  factor?: ShownFactor;
  /** whoever runs the machine named this person, who showed no password */
  at?: 'command-line';
}
