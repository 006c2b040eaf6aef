import type { Documents, FormCode } from './models.js';

/** A document by its form and its fields, before it is held against the form. */
export interface Composed<F extends FormCode = FormCode> {
  form: F;
  model: Documents[F];
}
