/** The timer of a walk through the posts that came earlier, in the order in which they came. */
export const EARLIER_COPIES = 'earlier-copies';

/** Where a post stands in that order. */
export interface Stand {
  /** as PostgreSQL writes it, to the microsecond */
  at: string;
  itemId: string;
}
/** Where the walk ends, and behind which post its next turn begins: the ref of its timer, so that it goes on where it stood. */
export interface Walk {
  until: Stand;
  after: Stand | null;
}
const written = ({ at, itemId }: Stand): string => `${at}|${itemId}`;
export const refOf = ({ until, after }: Walk): string => [until, ...(after ? [after] : [])].map(written).join('|');
export function walkOf(ref: string): Walk {
  const [at, itemId, afterAt, afterId] = ref.split('|');
  return { until: { at, itemId }, after: afterId === undefined ? null : { at: afterAt, itemId: afterId } };
}
