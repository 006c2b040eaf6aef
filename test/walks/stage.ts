import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { Db } from '../../src/core/database/db.js';
import { Deliver } from '../../src/core/events/deliver.js';
import { EvidenceStore } from '../../src/core/evidence/store.js';
import { Log } from '../../src/core/events/log.js';
import { Relay } from '../../src/core/events/relay.js';
import { ChangeTitle } from '../../src/core/identity/change-title.use-case.js';
import { Device } from '../contracts/penalties-setup.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { PEOPLE, persons, RECORDERS, SIGNERS, TITLED, type Person } from './people.js';
import type { Brought, Post } from './world.js';

export interface Told {
  type: string;
  actor: string | null;
  subject: string | null;
}
const BEGIN = '2026-09-14T02:00:00Z';

/** One office with its people, and what stands outside it: the clock, the platform that shows or removes a post, the worker's turn. */
export class Stage {
  private position = '0';
  private constructor(
    readonly office: Office,
    readonly people: Record<Person, Caller>,
    private readonly client: pg.Client,
  ) {}
  static async open(): Promise<Stage> {
    const office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '100000', LIMIT_REPORTS_PER_MINUTE: '1000000' });
    const client = new pg.Client({ connectionString: office.database.urls.owner });
    await client.connect();
    const people = {} as Record<Person, Caller>;
    for (const person of persons) people[person] = await office.as(...PEOPLE[person]);
    const stage = new Stage(office, people, client);
    await stage.beginAt();
    for (const person of SIGNERS) await Device.enrol(people[person]);
    const entitle = (person: Person, title: string, from: string) =>
      office.app.get(ChangeTitle).propose('command-line', people[person].staffId, { title, body: 'Sở Văn hóa và Thể thao', from });
    for (const person of TITLED) await entitle(person, 'department-director', '2025-07-01');
    for (const person of RECORDERS) await entitle(person, 'inspector', '2020-01-01');
    await stage.told();
    return stage;
  }
  async close(): Promise<void> {
    await this.client.end();
    await this.office.close();
  }
  async sql<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(text, values)).rows;
  }
  get outsider(): Caller {
    return this.office.guest();
  }
  /** A citizen's report, sent with a key. */
  async reported(brought: Brought, key: string): Promise<{ status: number; receipt: string }> {
    const headers = { 'idempotency-key': key };
    if (!('picture' in brought)) {
      const { status, body } = await this.outsider.call('POST', '/api/reports', { ...brought, note: 'xem giúp' }, headers);
      return { status, receipt: body.receipt };
    }
    const form = new FormData();
    form.set('picture', new Blob([new Uint8Array(brought.picture)], { type: 'image/png' }), 'anh.png');
    const answer = await fetch(`${this.office.base}/api/reports`, { method: 'POST', headers, body: form });
    return { status: answer.status, receipt: ((await answer.json()) as { receipt: string }).receipt };
  }
  /** Whose id it is. */
  named(staffId: string | null): Person | null {
    return persons.find((p) => this.people[p].staffId === staffId) ?? null;
  }

  /** Every walk begins on the same day. */
  async beginAt(): Promise<Date> {
    await this.sql('UPDATE core.installation SET demo = true, clock_offset = $1::timestamptz - clock_timestamp()', [BEGIN]);
    const [{ now }] = await this.sql<{ now: Date }>('SELECT core.office_now() AS now');
    for (const person of SIGNERS) await this.factor(person, true);
    return now;
  }
  /** A second factor was shown just now, or so long ago that it counts no more. */
  async factor(person: Person, fresh: boolean): Promise<void> {
    await this.sql(
      `UPDATE core.sessions SET second_factor_at = clock_timestamp() - make_interval(mins => $2) WHERE account_id = (SELECT id FROM core.accounts WHERE staff_id = $1)`,
      [this.people[person].staffId, fresh ? 0 : 6],
    );
  }

  /** What the log tells since the last time. */
  async told(): Promise<Told[]> {
    const rows = await this.sql<Told & { at: string }>(
      `SELECT e.position::text AS at, e.type, e.office ->> 'actor' AS actor, e.subject FROM core.events e WHERE e.position > $1 ORDER BY e.position`,
      [this.position],
    );
    this.position = rows.at(-1)?.at ?? this.position;
    return rows;
  }

  /** More than ten seconds pass, and the worker does what waits; captures and documents wait for a browser that is not here. Tells what it left undone. */
  async settle(posts: string[]): Promise<number> {
    await this.sql(`UPDATE classify.judgements SET recorded_at = recorded_at - interval '11 seconds' WHERE post_id = ANY($1::uuid[])`, [
      posts,
    ]);
    const [relay, deliver] = [this.office.app.get(Relay), this.office.app.get(Deliver)];
    for (let found = 1; found > 0;) {
      await this.sql(
        `UPDATE core.deliveries SET available_at = clock_timestamp() WHERE state = 'waiting' AND lane <> 'capture' AND available_at > clock_timestamp()`,
      );
      const rings: string[] = [];
      await relay.sweep(async (rung) => void rings.push(...rung.filter((r) => r.lane !== 'capture').map((r) => r.id)));
      for (const id of rings) await deliver.run(id);
      found = rings.length;
    }
    const [{ n }] = await this.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM core.deliveries WHERE state <> 'done' AND lane NOT IN ('capture', 'document')`,
    );
    return n;
  }

  /** A capture that was ordered ends as the crawl room leaves it: evidence, what was read, the event. */
  async captured(post: Post, text: string): Promise<void> {
    const evidenceId = randomUUID();
    const { sha256, bytes } = await this.office.app.get(EvidenceStore).put(Buffer.from(`bản chụp ${evidenceId}`));
    const [capture] = await this.sql<{ id: string }>(
      `WITH sealed AS (INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) VALUES ($2, 'capture', $3, 'application/wacz+zip', $6))
       UPDATE crawl.captures SET state = 'sealed', outcome = 'complete', evidence_id = $2, platform = 'mang', text = $4, text_sha256 = $5, author = 'Ai Đó', ended_at = clock_timestamp()
       WHERE address_id = $1 AND state = 'ordered' RETURNING id`,
      [post.addressId, evidenceId, sha256, text, createHash('sha256').update(text).digest('hex'), bytes],
    );
    if (!capture) throw new Error(`no capture of ${post.url} was ordered`);
    await this.sql(
      `INSERT INTO crawl.capture_parts (capture_id, name, sha256, media_type, bytes) VALUES ($1, 'picture', $2, 'image/png', $3)`,
      [capture.id, sha256, bytes],
    );
    const ids = { captureId: capture.id, postId: post.id, addressId: post.addressId };
    await this.observed(post, capture.id, 'present');
    await this.office.app.get(Db).tx((tx) =>
      this.office.app.get(Log).append(tx, {
        type: 'capture.sealed',
        v: 2,
        public: { platform: 'mang', outcome: 'complete' },
        office: { ...ids, evidenceId, observation: 'present', packageSha256: '0'.repeat(64) },
        subject: post.id,
      }),
    );
  }

  /** A scanned paper comes to a case; its exhibit. */
  async paper(caseId: string): Promise<string> {
    const evidenceId = randomUUID();
    const { sha256, bytes } = await this.office.app.get(EvidenceStore).put(Buffer.from(`bản quét ${evidenceId}`));
    const [{ id }] = await this.sql<{ id: string }>(
      `WITH sealed AS (INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) VALUES ($2, 'document', $3, 'application/pdf', $4) RETURNING id),
         exhibit AS (INSERT INTO cases.exhibits (id, case_id, evidence_id, part, why) SELECT gen_random_uuid(), $1, s.id, 'whole', 'bản quét giấy tờ' FROM sealed s RETURNING id)
       INSERT INTO cases.papers (exhibit_id, upload_key) SELECT x.id, NULL FROM exhibit x RETURNING exhibit_id AS id`,
      [caseId, evidenceId, sha256, bytes],
    );
    return id;
  }

  /** A look at a link, whatever it saw; the moment by the office clock. */
  async look(post: Post, observation: string): Promise<Date> {
    const captureId = randomUUID();
    await this.sql(`UPDATE crawl.captures SET state = 'failed', outcome = 'failed' WHERE address_id = $1 AND state = 'ordered'`, [
      post.addressId,
    ]);
    await this.sql(
      `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome) VALUES ($1, $2, $3, $4, 'second-look', 'failed', 'failed')`,
      [captureId, post.id, post.addressId, post.url],
    );
    const at = await this.observed(post, captureId, observation);
    await this.office.app.get(Db).tx((tx) =>
      this.office.app.get(Log).append(tx, {
        type: 'address.observed',
        v: 1,
        public: { observation: observation as never },
        office: { captureId, postId: post.id, addressId: post.addressId },
        subject: post.id,
      }),
    );
    return at;
  }
  private async observed(post: Post, captureId: string, observation: string): Promise<Date> {
    const [{ at }] = await this.sql<{ at: Date }>(
      `INSERT INTO crawl.observations (capture_id, address_id, post_id, url, observation, ground, route) VALUES ($1, $2, $3, $4, $5, '{"rule":"test"}', '{}') RETURNING office_at AS at`,
      [captureId, post.addressId, post.id, post.url, observation],
    );
    return at;
  }
}
