import type { Composed } from './composed.js';
import type { DocumentState } from './document-state.view.js';
import { documentFaults } from './written.page.js';

/** The form of a draft, and what it still lacks to be printed. */
export type DraftDocument = Pick<DocumentState, 'form' | 'lacks'>;
export const NO_DRAFT: DraftDocument = { form: null, lacks: [] };

/** Where the office has no form, or none for the day, nothing is asked. */
export function draftOf(composed: Composed | null, timeZone: string): DraftDocument {
  const lacks = composed && documentFaults(composed.form, composed.model, timeZone);
  return lacks ? { form: composed.form, lacks } : NO_DRAFT;
}
