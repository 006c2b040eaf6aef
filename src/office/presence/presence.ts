/** Somebody who has the record open. */
export interface Present {
  staffId: string;
  name: string;
}
/** Who else has it open now. */
export interface Here {
  others: Present[];
}
