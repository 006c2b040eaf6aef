/** The orders in which the board can be read: by which column, and whether backwards. */
export const ORDERS = {
  due: { column: 'due_at', backwards: false },
  'due-last': { column: 'due_at', backwards: true },
  asked: { column: 'asked_at', backwards: true },
  'asked-first': { column: 'asked_at', backwards: false },
  url: { column: 'url', backwards: false },
  state: { column: 'state', backwards: false },
} as const;
export type BoardOrder = keyof typeof ORDERS;
export const BOARD_ORDERS = Object.keys(ORDERS) as BoardOrder[];
