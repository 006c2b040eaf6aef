// What a server gave to visitors of a page: the document and what it drew on, each with its bytes.

/** `asked`: lines like "GET /logo.svg"; what pages ask beside what they show (robots, icons) is left out. */
export async function resourcesOf(asked, url) {
  const paths = [...new Set(asked.filter((a) => a.startsWith('GET ')).map((a) => a.slice(4)))];
  const shown = paths.filter((path) => !/^\/(robots\.txt|favicon\.ico)/.test(path));
  return Promise.all(
    shown.map(async (path) => {
      const answer = await fetch(url(path), { headers: { 'accept-encoding': 'identity' }, signal: AbortSignal.timeout(10_000) });
      return { path, body: Buffer.from(await answer.arrayBuffer()) };
    }),
  );
}
