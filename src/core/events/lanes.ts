/** Where a delivery waits: `quick` for what happens inside the house, `capture` for a browser, `picture` for the opening of pictures, which may take minutes, `reading` for the words in them, seconds each, `document` for the printer, `outward` for what leaves it, `stamp` for an authority's answer, which nothing that leaves may wait behind, `sweep` for past posts, which nothing that comes in may wait behind. */
export type Lane = 'quick' | 'capture' | 'picture' | 'reading' | 'document' | 'outward' | 'stamp' | 'sweep';

/** Of each lane so many deliveries, the oldest, are rung for at a time, so that a flood waits in PostgreSQL and not in the queue; one ring may stand for several. */
export const LANES: Record<Lane, { window: number; perRing: number }> = {
  quick: { window: 400, perRing: 20 },
  capture: { window: 100, perRing: 1 },
  picture: { window: 20, perRing: 1 },
  reading: { window: 20, perRing: 1 },
  document: { window: 20, perRing: 1 },
  outward: { window: 100, perRing: 1 },
  stamp: { window: 20, perRing: 1 },
  sweep: { window: 20, perRing: 1 },
};
export const laneNames = Object.keys(LANES) as Lane[];
