/** Begins to run for all keys, a few at a time: while one waits for its page, another works. The answer to each is had by its key. */
export function ahead<K, R>(keys: readonly K[], run: (key: K) => Promise<R>, atOnce = 2): (key: K) => Promise<R> {
  const waiting: (() => Promise<unknown>)[] = [];
  const answers = new Map(
    keys.map((key) => [key, new Promise<R>((resolve, reject) => waiting.push(() => run(key).then(resolve, reject)))]),
  );
  for (const answer of answers.values()) answer.catch(() => undefined); // who asks for it hears of it
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  for (let n = 0; n < atOnce; n++) void lane();
  return (key) => answers.get(key)!;
}
