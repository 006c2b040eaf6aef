// One act on many records of an office, a few at a time; what the office refuses is told by its code.
const HANDS = 4;

export const times = (n) => Array.from({ length: n }, (_, i) => i);

export async function each(told, what, list, act) {
  const refused = {};
  let done = 0;
  const queue = [...list];
  const hand = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      const { status, body } = await act(one);
      if (status < 300) done++;
      else refused[body.code ?? status] = (refused[body.code ?? status] ?? 0) + 1;
    }
  };
  await Promise.all(times(HANDS).map(hand));
  console.error(`${done} ${what}`);
  told.push([
    what,
    done,
    Object.entries(refused)
      .map(([code, n]) => `${code}: ${n}`)
      .join(', '),
  ]);
  if (done === 0) throw new Error(`the office took none of the ${what}: ${JSON.stringify(refused)}`);
}
