export interface Place {
  path: string;
  text: string;
}
const BEGIN = [
  ...[
    '/',
    '/receipt',
    '/dinh-chinh',
    '/dinh-chinh/feed.xml',
    '/statistics',
    '/statistics.csv',
    '/api/statistics',
    '/register',
    '/register.csv',
  ],
  ...['/api/register', '/open-data', '/public-log/about.json', '/public-log/heads.jsonl', '/public-log/000001.jsonl', '/api/openapi.json'],
  ...['/api/glossary', '/health/live', '/health/ready', '/metrics', '/api/receipts/khong-co', '/khong-co', '/office/khong-co'],
];
/** All that anybody may fetch, in both languages, along every link. */
export async function everythingPublic(base: string, more: string[] = []): Promise<Place[]> {
  const found: Place[] = [];
  const seen = new Set<string>();
  const queue = [...BEGIN, ...more].flatMap((p) => (/\.|\/api\//.test(p) ? [p] : [`${p}?lang=vi`, `${p}?lang=en`]));
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await fetch(base + path, { redirect: 'manual' });
    const text = await answer.text();
    found.push({ path, text: `${[...answer.headers].join('\n')}\n${text}` });
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    const links = [...text.matchAll(/href="(\/[^"#]*)"/g)].map((m) => m[1].replace(/&amp;/g, '&'));
    queue.push(...links.filter((p) => !p.startsWith('/office')));
  }
  return found;
}
