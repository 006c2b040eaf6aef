/** Texts of an answer whose form the description of the API tells. */
export type Moment = string & { readonly format?: 'date-time' };
export type Day = string & { readonly format?: 'date' };

/** Every list is answered alike; the cursor of the next page, or null at the end. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export interface CountedPage<T> extends Page<T> {
  total: number;
}
/** The version of a record after an act. */
export interface Versioned {
  version: number;
}
/** An entry that was made, and the version of the record that holds it. */
export interface Entered extends Versioned {
  id: string;
}
export interface Made {
  id: string;
}
