/** So many of all lists together that each has its turn: what one leaves free goes to the others. The order stays. */
export function fairly<T>(lists: T[][], most: number): T[] {
  const taken = lists.map(() => 0);
  for (let left = most; left > 0;) {
    const open = lists.map((_, i) => i).filter((i) => taken[i] < lists[i].length);
    if (open.length === 0) break;
    for (const i of open.slice(0, left)) taken[i]++;
    left -= Math.min(open.length, left);
  }
  return lists.flatMap((list, i) => list.slice(0, taken[i]));
}
