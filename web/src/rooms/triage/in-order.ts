const running = new Map<string, Promise<unknown>>();

/** Whether an act on this post is on its way. */
export const isUnderWay = (id: string): boolean => running.has(id);

/** Acts on one post reach the server one after the other, in the order of the keys. */
export function inOrder<T>(id: string, act: () => Promise<T>): Promise<T> {
  const mine = (running.get(id) ?? Promise.resolve()).then(act, act);
  running.set(id, mine);
  void mine.catch(() => undefined).then(() => running.get(id) === mine && running.delete(id));
  return mine;
}
