/** Where an answer lies in the archive of a package. */
export interface KeptAnswer {
  /** by which it is asked for in a replay */
  number: number;
  url: string;
  mime: string;
  status: number;
  offset: number;
  length: number;
}
const LINE = /^\S+ \d{14} (\{.*\})$/;

/** Which answer a browser got for an address: the last whole one, else the last of all. */
export function keptIndex(cdxj: string): Map<string, KeptAnswer> {
  const kept = new Map<string, KeptAnswer>();
  for (const line of cdxj.split('\n')) {
    const json = LINE.exec(line)?.[1];
    if (json === undefined) continue;
    const told = JSON.parse(json) as KeptAnswer & { status: unknown; method?: string };
    const known = kept.get(told.url);
    const answer = { ...told, number: known?.number ?? kept.size, status: Number(told.status) };
    if ((told.method ?? 'GET') === 'GET' && (known?.status !== 200 || answer.status === 200)) kept.set(answer.url, answer);
  }
  return kept;
}

/** The number of the answer that is kept for an address, or null. */
export function keptAt(index: ReadonlyMap<string, { number: number }>, address: string, base: string): number | null {
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  url.hash = ''; // browsers do not send it
  return index.get(url.href)?.number ?? null;
}
