/** The orders in which the board can be read; each ends by id, so that none is shown twice. */
const ORDERS = {
  due: ['i.due_at', 'ASC'],
  'due-last': ['i.due_at', 'DESC'],
  asked: ['i.asked_at', 'DESC'],
  'asked-first': ['i.asked_at', 'ASC'],
  url: ['i.url', 'ASC'],
  state: ['i.state', 'ASC'],
} as const;
export type BoardOrder = keyof typeof ORDERS;
export const BOARD_ORDERS = Object.keys(ORDERS) as BoardOrder[];

/** The order as SQL, and what comes after the row with the id that stands in `cursor`. */
export function inOrder(order: BoardOrder, cursor: string): { by: string; after: string } {
  const [column, way] = ORDERS[order];
  const own = column.replace('i.', 'p.');
  return {
    by: `${column} ${way}, i.id ${way}`,
    after: `(${column}, i.id) ${way === 'ASC' ? '>' : '<'} (SELECT ${own}, p.id FROM enforcement.items p WHERE p.id = ${cursor})`,
  };
}
