import { askOutside, type AskLimits } from './ask-outside.js';

/** Sends a time-stamp query to an authority and answers what comes. */
export async function postQuery(address: string, query: Uint8Array, allow: readonly string[], limits: AskLimits): Promise<Buffer> {
  const headers = { 'content-type': 'application/timestamp-query' };
  const { status, body } = await askOutside(address, { method: 'POST', headers, body: query }, allow, limits);
  if (status !== 200) throw new Error(`it answered ${status}`);
  return body;
}
