import { Log } from '../../src/core/events/log.js';
import { Db } from '../../src/core/database/db.js';
import { KeepStatistics } from '../../src/publication/index.js';
import type { Caller, Office } from '../kit/office.js';
import { sealAll } from './backup-setup.js';
import { judgedPost } from './cases-setup.js';
import { CorrectionDesk, VI } from './corrections-setup.js';
import { confirmedCase, moveClock, observe, work, type File } from './enforcement-setup.js';

/** Seals what there is, signs the head, and counts what became public by it. */
export async function publish(office: Office): Promise<void> {
  await sealAll(office);
  await office.app.get(KeepStatistics).run();
}

/** Figures are kept by month: a story that would reach into the next one begins there. */
async function withinOneMonth(office: Office): Promise<void> {
  const [{ hours }] = await office.database.owner<{ hours: number }>(
    `SELECT extract(epoch FROM date_trunc('month', n + interval '4 days') - n)::float8 / 3600 AS hours
     FROM (SELECT core.office_now() AT TIME ZONE 'Asia/Ho_Chi_Minh' AS n) now`,
  );
  if (hours > 0) await moveClock(office, hours + 1);
}

/** The people of a story, and what they do over HTTP. */
export class Story {
  private constructor(
    readonly office: Office,
    readonly inspector: Caller,
    readonly coordinator: Caller,
    readonly legal: Caller,
    readonly chief: Caller,
    readonly corrections: CorrectionDesk,
  ) {}
  static async open(office: Office): Promise<Story> {
    await withinOneMonth(office);
    const [inspector, coordinator, legal, chief] = [
      await office.as('inspector'),
      await office.as('coordinator'),
      await office.as('legal'),
      await office.as('chief'),
    ];
    return new Story(office, inspector, coordinator, legal, chief, new CorrectionDesk(inspector, legal, chief));
  }

  async report(body: object): Promise<string> {
    const answer = await this.office.guest().call('POST', '/api/reports', body);
    if (answer.status !== 201) throw new Error(`The report was answered ${answer.status}`);
    return answer.body.receipt;
  }
  async file(id: string): Promise<File> {
    return (await this.coordinator.call('GET', `/api/takedowns/${id}`)).body as unknown as File;
  }
  async act(who: Caller, id: string, path: string, body: object = {}) {
    const answer = await who.call('POST', `/api/takedowns/${id}/${path}`, { version: (await this.file(id)).version, ...body });
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  async sign(id: string): Promise<void> {
    const { contentHash } = await this.file(id);
    await this.legal.call('POST', `/api/takedowns/${id}/approve`, { contentHash });
    await this.act(this.coordinator, id, 'send');
    await work(this.office);
  }
  /** A confirmed case, and a request about its posts that left. */
  async sent(posts = 2) {
    const made = await confirmedCase(this.office, this.inspector, posts);
    const { status, body } = await this.coordinator.call('POST', '/api/takedowns', {
      caseId: made.caseId,
      platform: 'mang',
      delivery: 'email',
      recipient: 'phap-che@mang.example',
      legalBasis: 'nd147-24h',
      fields: { signer: 'Bà B', sources: 'Bộ Y tế' },
    });
    if (status !== 201) throw new Error(`The draft was answered ${status}`);
    const { id } = body as unknown as { id: string };
    await this.sign(id);
    return { ...made, id };
  }
  async reply(id: string, n: number, reply: string): Promise<void> {
    const item = (await this.file(id)).items[n];
    await this.act(this.coordinator, id, `items/${item.id}/reply`, { reply, version: item.version });
  }
  /** Both looks see the n-th link gone. */
  async removed(id: string, posts: { addressId: string; postId: string; url: string }[], n: number): Promise<void> {
    const item = (await this.file(id)).items[n];
    const post = posts.find((p) => p.addressId === item.addressId)!;
    await moveClock(this.office, 25);
    await observe(this.office, post, 'gone');
    await moveClock(this.office, 25);
    await observe(this.office, post, 'gone');
  }
  async withdrawn(id: string, reason = 'Nhầm đường dẫn', signer = 'Bà B'): Promise<void> {
    const { withdrawalId } = (await this.act(this.coordinator, id, 'withdraw', { reason })) as unknown as {
      withdrawalId: string;
    };
    const { version } = await this.file(withdrawalId);
    await this.coordinator.call('PUT', `/api/takedowns/${withdrawalId}`, { version, fields: { signer } });
    await this.sign(withdrawalId);
  }
  /** A confirmed case of one post, with words of a person's own. */
  async confirmed({ title, reason }: { title: string; reason: string }) {
    const ready = await judgedPost(this.office, this.inspector.staffId);
    const { id } = (await this.inspector.call('POST', '/api/cases', { postId: ready.postId, title })).body as unknown as { id: string };
    for (const to of ['verifying', 'confirmed']) {
      const { version } = (await this.inspector.call('GET', `/api/cases/${id}`)).body as unknown as { version: number };
      await this.inspector.call('POST', `/api/cases/${id}/steps`, { to, reason, version });
    }
    return { caseId: id, posts: [ready] };
  }
  async falls(caseId: string, reason = 'Nguồn đã đổi'): Promise<void> {
    const version = async () => ((await this.inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number }).version;
    await this.inspector.call('POST', `/api/cases/${caseId}/falls`, { reason, version: await version() });
    await this.chief.call('POST', `/api/cases/${caseId}/falls/decision`, { decision: 'approved', version: await version() });
  }
  /** Something of everything that the public figures count. */
  async everything() {
    await this.report({ text: 'Nghe nói uống nước muối khỏi bệnh' });
    await this.report({ url: 'https://mang.example/bai/1' });
    const one = await this.sent(2);
    await this.reply(one.id, 0, 'removed-claimed');
    await this.removed(one.id, one.posts, 0);
    await this.reply(one.id, 1, 'refused');
    const taken = await this.sent(1);
    await this.withdrawn(taken.id);
    await this.falls((await confirmedCase(this.office, this.inspector)).caseId);
    const correction = await this.corrections.published();
    const edited = await this.corrections.published();
    await this.corrections.write(edited, { truth: `${VI.truth} Xem thêm.` });
    await this.corrections.act(this.legal, edited, 'publish');
    const gone = await this.corrections.published();
    await this.corrections.act(this.legal, gone, 'withdrawal', { reason: 'Nguồn đã đổi' });
    await this.corrections.act(this.chief, gone, 'withdrawal/decision', { agreed: true });
    await publish(this.office);
    return { one: one.id, taken: taken.id, correction, edited, gone };
  }
}

/** Appends an event as a careless programmer might. */
export const append = (office: Office, event: object): Promise<string> =>
  office.app.get(Db).tx((tx) => office.app.get(Log).append(tx, event as never));
