/** Thrown by the outside work of a handler whose turn has not come: it is delivered again later, and no try is lost. */
export class NotYet extends Error {
  constructor(
    readonly seconds: number,
    says: string,
  ) {
    super(says);
  }
}
