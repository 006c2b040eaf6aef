/** Whether an item is of the sample: by its id, which is drawn by lot, so that asking again gives the same. */
export const inSample = (itemId: string, share: number): boolean => Number.parseInt(itemId.slice(0, 8), 16) / 2 ** 32 < share;
