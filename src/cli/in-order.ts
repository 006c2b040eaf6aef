/** Answers in the order in which they were asked for, `ahead` of them under way at a time and no more. */
export async function* inOrder<T, R>(asked: AsyncIterable<T>, answer: (one: T) => Promise<R>, ahead: number): AsyncGenerator<R> {
  const waiting: Promise<R>[] = [];
  for await (const one of asked) {
    const promise = answer(one);
    promise.catch(() => undefined); // told where it is waited for
    waiting.push(promise);
    if (waiting.length >= ahead) yield await waiting.shift()!;
  }
  for (const promise of waiting) yield await promise;
}
