import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Caller, Office } from '../kit/office.js';

export interface Waiting {
  name: string;
  label: { vi: string; en: string } | null;
  count: number;
  more: boolean;
  since: string | null;
  tooLong: number;
  list: string;
  page: string;
}
export interface Measure {
  now: number;
  before: number;
  difference: number;
  percent: number | null;
  list: string;
  page: string;
}
export interface Overview {
  asOf: string;
  period: { days: number; from: string; to: string; before: { from: string; to: string } };
  rises: { kind: string; key: string; label: string | null; reports: Measure; posts: Measure }[];
  waits: Waiting[];
  late: Waiting[];
  done: (Measure & { figure: string; money: boolean })[];
}
type Line = Record<string, never> & { id: string; public?: Record<string, number> };

export const overviewOf = async (who: Caller): Promise<Overview> => {
  const { status, body } = await who.call('GET', '/api/overview');
  expect(status).toBe(200);
  return body as unknown as Overview;
};
/** Every record of a list, page by page, two at a time. */
export async function linesOf(who: Caller, list: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { status, body } = await who.call('GET', `${list}${list.includes('?') ? '&' : '?'}limit=2${more}`);
    expect([list, status]).toEqual([list, 200]);
    const page = body as unknown as { items: Line[]; nextCursor: string | null };
    lines.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(new Set(lines.map((l) => l.id)).size).toBe(lines.length);
  return lines;
}
/** Each figure beside what its list holds. */
export async function followed(who: Caller): Promise<{ name: string; figure: number; list: number }[]> {
  const { rises, waits, late, done } = await overviewOf(who);
  const found: { name: string; figure: number; list: number }[] = [];
  for (const r of rises)
    for (const measure of ['reports', 'posts'] as const)
      found.push({ name: `${r.kind} ${r.key} ${measure}`, figure: r[measure].now, list: (await linesOf(who, r[measure].list)).length });
  for (const w of [...waits, ...late]) found.push({ name: w.name, figure: w.count, list: (await linesOf(who, w.list)).length });
  for (const d of done) {
    const lines = await linesOf(who, d.list);
    const list = d.money ? lines.reduce((sum, l) => sum + (l.public?.amount ?? 0), 0) : lines.length;
    found.push({ name: d.figure, figure: d.now, list });
  }
  return found;
}

/** A post of the queue with so many reports, heard of some days ago. */
export async function reported(
  office: Office,
  { topic, platform = 'mang', reports, daysAgo = 0 }: { topic: string | null; platform?: string; reports: number; daysAgo?: number },
): Promise<{ postId: string; itemId: string }> {
  const sql = office.database.owner.bind(office.database);
  const [postId, itemId, addressId] = [randomUUID(), randomUUID(), randomUUID()];
  const at = `core.office_now() - make_interval(days => ${daysAgo})`;
  await sql('INSERT INTO intake.posts (id) VALUES ($1)', [postId]);
  await sql(`INSERT INTO intake.addresses (id, post_id, kind, value, url) VALUES ($1, $2, 'url', $3, $3)`, [
    addressId,
    postId,
    `https://mang.example/b/${postId}`,
  ]);
  await sql(
    `INSERT INTO classify.triage_items (id, post_id, text, text_sha256, platform, topic, received_at) VALUES ($1, $2, 'Nghe nói', repeat('a', 64), $3, $4, ${at})`,
    [itemId, postId, platform, topic],
  );
  for (let n = 0; n < reports; n++) {
    const reportId = randomUUID();
    await sql(`INSERT INTO intake.reports (id, channel, kind, received_at) VALUES ($1, 'web', 'link', ${at})`, [reportId]);
    await sql(
      `INSERT INTO intake.report_posts (report_id, post_id, address_id, reason, reported_at) VALUES ($1, $2, $3, 'same-address', ${at})`,
      [reportId, postId, addressId],
    );
  }
  return { postId, itemId };
}
