/** The orders in which the list of cases can be read: by their numbers, or those first of which something is due soonest. */
export const CASE_ORDERS = ['newest', 'oldest', 'due'] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];
