/** The orders in which the board can be read. */
export const BOARD_ORDERS = ['due', 'due-last', 'asked', 'asked-first', 'url', 'state'] as const;
export type BoardOrder = (typeof BOARD_ORDERS)[number];
