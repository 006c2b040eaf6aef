export { dayOf } from '../core/clock/office-day.js';

type Text = { vi: string; en: string };
/** What a request rests on: one provision, in force for a time, open to certain requesters. */
export interface LegalBasis {
  key: string;
  label: Text;
  citation: Text;
  action: Text;
  hours: number;
  requesters: string[];
  /** calendar days of the office, both inclusive */
  in_force: { from: string; to?: string };
  confidence: 'high' | 'medium' | 'low';
  note?: Text;
}

/** May this requester rest a request on it on that day (yyyy-mm-dd)? A basis of low confidence carries nothing. */
export function carries(basis: LegalBasis, day: string, requester: string): boolean {
  return (
    basis.in_force.from <= day &&
    (basis.in_force.to === undefined || day <= basis.in_force.to) &&
    basis.requesters.includes(requester) &&
    basis.confidence !== 'low'
  );
}
/** To be confirmed by the office's lawyer. */
export const toBeConfirmed = (basis: LegalBasis): boolean => basis.confidence !== 'high';
