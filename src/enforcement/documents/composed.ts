import type { PrintSetup } from './print-setup.js';
import type { Documents, FormCode } from './models.js';

/** A document by its form and its fields, before it is held against the form. */
export interface Composed<F extends FormCode = FormCode> {
  form: F;
  model: Documents[F];
  /** what its content names; null: the tables as they are */
  by: PrintSetup | null;
}
