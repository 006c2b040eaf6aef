import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { CONFIG, type Config } from '../../src/core/config.js';
import { KeepRetention } from '../../src/retention/index.js';
import type { Caller, Office } from '../kit/office.js';

export interface Batch {
  id: string;
  class: string;
  state: string;
  version: number;
  counts: Record<string, number>;
}
export interface Item {
  id: string;
  refId: string;
  caseId: string | null;
  about: string | null;
  state: string;
  said: string | null;
}
export const ORIGIN = 'Chị Ba gửi qua Zalo sáng 12/3';

/** Brings a file into a case; what was answered. */
export async function bringFile(office: Office, who: Caller, caseId: string, bytes: Buffer, name = 'ảnh.jpg') {
  const body = new FormData();
  for (const [field, said] of [['why', 'Ảnh gốc của bài đăng'], ['origin', ORIGIN]]) body.set(field, said); // prettier-ignore
  body.set('file', new Blob([new Uint8Array(bytes)]), name);
  const headers = { cookie: who.cookie, 'x-csrf': who.csrf };
  const response = await fetch(`${office.base}/api/cases/${caseId}/files`, { method: 'POST', headers, body });
  return { status: response.status, body: (await response.json()) as { id: string; code: string } };
}

/** The desk of retention: what is due, and the two persons who let it go. */
export class KeepingDesk {
  constructor(
    private readonly office: Office,
    private readonly asks: Caller,
    private readonly letsGo: Caller,
  ) {}

  turn = () => this.office.app.get(KeepRetention).run(0);
  /** The house looks again at once. */
  async sweep(): Promise<void> {
    await this.office.database.owner('DELETE FROM retention.sweeps');
    await this.turn();
  }
  /** The open list of a class. */
  async proposed(name: string): Promise<Batch | undefined> {
    const { body } = await this.asks.call('GET', '/api/retention?state=proposed');
    return (body as unknown as { items: Batch[] }).items.find((b) => b.class === name);
  }
  async items({ id }: Batch): Promise<Item[]> {
    return ((await this.asks.call('GET', `/api/retention/${id}/items`)).body as unknown as { items: Item[] }).items;
  }
  /** What is due by a class. */
  async due(name: string): Promise<string[]> {
    const list = await this.proposed(name);
    return list ? (await this.items(list)).map((i) => i.refId) : [];
  }
  async letGo(name: string): Promise<Batch> {
    const list = (await this.proposed(name))!;
    const version = async () => ((await this.asks.call('GET', `/api/retention/${list.id}`)).body as unknown as Batch).version;
    const asked = { version: await version(), reason: 'Đã xem từng mục, hết hạn lưu giữ' };
    const submitted = await this.asks.call('POST', `/api/retention/${list.id}/submission`, asked);
    const decision = { version: await version(), decision: 'approved' };
    const decided = await this.letsGo.call('POST', `/api/retention/${list.id}/decision`, decision);
    if (submitted.status !== 200 || decided.status !== 200)
      throw new Error(`${name} was not let go: ${submitted.status} ${decided.status}`);
    return list;
  }
  /** A case stands so many years at its end: closed, after it had been confirmed, or dismissed. */
  async over(caseId: string, state: 'closed' | 'dismissed', years: number): Promise<void> {
    await this.office.database.owner(
      `INSERT INTO cases.steps (id, case_id, from_state, to_state, taken_by, taken_at) VALUES (gen_random_uuid(), $1, $2, $3, $4, now() - make_interval(years => $5))`,
      [caseId, state === 'closed' ? 'confirmed' : 'verifying', state, this.asks.staffId, years],
    );
    await this.office.database.owner(`UPDATE cases.cases SET state = $2 WHERE id = $1`, [caseId, state]);
  }
  holdsBytes(sha256: string): boolean {
    return existsSync(join(this.office.app.get<Config>(CONFIG).dataDir, 'evidence', sha256.slice(0, 2), sha256));
  }
  async asPurger(text: string, values: unknown[] = []) {
    const client = new pg.Client({ connectionString: this.office.database.urls.purger });
    await client.connect();
    try {
      return await client.query(text, values);
    } finally {
      await client.end();
    }
  }
}
