import { createHash } from 'node:crypto';
import { mustBeDescribed } from '../kit/description.js';
import type { Caller } from '../kit/office.js';

export interface Line {
  place: number;
  outcome: string;
  text: string | null;
  reason: string | null;
  claimId: string | null;
  samePlace: number | null;
  similar: object[];
  faults: object[];
  lacks: string[];
}
interface Answer {
  status: number;
  body: Record<string, never>;
}

const headers = ({ cookie, csrf }: Caller) => ({ cookie, 'x-csrf': csrf });

/** The registry as a file, whole. */
export async function exported(who: Caller, asked: object): Promise<Buffer> {
  const response = await fetch(`${who.base}/api/claims/export`, {
    method: 'POST',
    headers: { ...headers(who), 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  });
  if (response.status !== 200) throw new Error(`The registry was not exported: ${response.status} ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

async function sent(who: Caller, path: string, file: string | Buffer, fields: Record<string, string>): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(Buffer.from(file))]), 'claims');
  const response = await fetch(who.base + path, { method: 'POST', headers: headers(who), body: form });
  const text = await response.text();
  mustBeDescribed('POST', path, { status: response.status, type: response.headers.get('content-type'), text });
  return { status: response.status, body: JSON.parse(text) as Record<string, never> };
}
export const previewed = (who: Caller, file: string | Buffer, fields: Record<string, string> = {}): Promise<Answer> =>
  sent(who, '/api/claim-imports/preview', file, fields);
export const imported = (who: Caller, file: string | Buffer, fields: Record<string, string> = {}): Promise<Answer> =>
  sent(who, '/api/claim-imports', file, { sha256: createHash('sha256').update(file).digest('hex'), ...fields });
