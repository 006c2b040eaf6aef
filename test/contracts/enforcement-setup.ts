import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Db } from '../../src/core/database/db.js';
import { Deliver } from '../../src/core/events/deliver.js';
import { Log } from '../../src/core/events/log.js';
import { Relay } from '../../src/core/events/relay.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost, type Ready } from './cases-setup.js';

export interface Act {
  act: string;
  to: string;
  possible: boolean;
  lacks: string[];
  ownWork: boolean;
}
export interface FileItem {
  id: string;
  addressId: string;
  url: string;
  state: string;
  version: number;
  overdue: boolean;
  dueAt: string;
  askedAt: string;
  verifiedAt: string;
  lastSeen: { observation: string } | null;
  seenSignedIn: { observation: string; session: string } | null;
  observations: { observation: string; way: string; captureId: string; session: string | null }[];
  replies: { reply: string; text: string }[];
  looks: { captureId: string; why: string }[];
  plannedLooks: string[];
  steps: { to: string; captures: string[] }[];
  next: Act[];
}
export interface File {
  id: string;
  reference: string;
  kind: string;
  state: string;
  version: number;
  contentHash: string;
  rollUp: string;
  overdue: number;
  content: { subject: string; body: string; recipient: string; items: { url: string; evidence: { sha256: string }[] }[] };
  contents: { number: number; sha256: string; approvedBy: string | null }[];
  deliveries: {
    id: string;
    attempt: number;
    rawSha256: string;
    outcome: string | null;
    says: string | null;
    proof: Record<string, never>;
    tries: { says: string }[];
  }[];
  items: FileItem[];
  blanks: { name: string; open: boolean; value: string }[];
  next: Act[];
  withdrawal: { id: string; state: string } | null;
}

/** An office with a mail server and a platform's inbox, and the four people that a request goes through. */
export async function openTakedownOffice(env: Record<string, string> = {}) {
  const [mail, inbox] = [await openMailServer(), await openInbox()];
  const office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', SMTP_URL: mail.url, WORLD_URL: inbox.url, ...env });
  return {
    ...{ office, mail, inbox },
    inspector: await office.as('inspector'),
    coordinator: await office.as('coordinator'),
    legal: await office.as('legal'),
    chief: await office.as('chief'),
    close: async () => {
      await office.close();
      await mail.close();
      await inbox.close();
    },
  };
}

/** A mail server that takes what it is given, to the byte, and refuses one mailbox. */
export async function openMailServer(): Promise<{ url: string; mails: Buffer[]; close(): Promise<void> }> {
  const mails: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      done(
        address.startsWith('nobody@')
          ? Object.assign(new Error('mailbox unavailable'), { responseCode: 550 })
          : address.startsWith('later@')
            ? Object.assign(new Error('try again later'), { responseCode: 451 })
            : null,
      ),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks));
        done(null);
      });
    },
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** The inbox of a platform's operator: one ticket per reference, answers set by the test. */
export async function openInbox() {
  const tickets: { ticket: string; ticketRef: string; body: { subject: string; items: { ref: string; url: string }[]; sha256: string } }[] =
    [];
  const answers = new Map<string, { state: string; reply: string; repliedAt: string }>();
  let posts = 0;
  const server = createServer(
    (request, response) =>
      void (async () => {
        const say = (status: number, body: object) =>
          void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        if (request.method === 'POST') {
          posts += 1;
          const body = JSON.parse(await bodyOf(request)) as {
            ticketRef: string;
            subject: string;
            items: { ref: string; url: string }[];
            sha256: string;
          };
          const known = tickets.find((t) => t.ticketRef === body.ticketRef) ?? {
            ticket: `T-${tickets.length + 1}`,
            ticketRef: body.ticketRef,
            body,
          };
          if (!tickets.includes(known)) tickets.push(known);
          return say(202, { ticket: known.ticket });
        }
        const asked = tickets.find((t) => request.url === `/operator/requests/${t.ticket}`);
        if (!asked) return say(404, {});
        say(200, {
          items: asked.body.items.map(({ ref }) => ({ ref, ...(answers.get(ref) ?? { state: 'open', reply: null, repliedAt: null }) })),
        });
      })(),
  );
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tickets,
    answers,
    posts: () => posts,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** A confirmed case with as many judged posts as asked for, by the rooms' own doors. */
export async function confirmedCase(
  office: Office,
  inspector: Caller,
  posts = 1,
  packages: Buffer[] = [],
): Promise<{ caseId: string; posts: Ready[] }> {
  const ready: Ready[] = [];
  for (let i = 0; i < posts; i++) ready.push(await judgedPost(office, inspector.staffId, undefined, undefined, packages[i]));
  const opened = (await inspector.call('POST', '/api/cases', { postId: ready[0].postId })).body as unknown as { id: string };
  for (const { postId } of ready.slice(1)) await inspector.call('POST', `/api/cases/${opened.id}/posts`, { postId });
  await stepCase(inspector, opened.id, 'verifying');
  await stepCase(inspector, opened.id, 'confirmed');
  return { caseId: opened.id, posts: ready };
}
export async function stepCase(who: Caller, caseId: string, to: string): Promise<void> {
  const { version } = (await who.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number };
  const { status } = await who.call('POST', `/api/cases/${caseId}/steps`, { to, reason: 'đã xem xét', version });
  if (status !== 200) throw new Error(`the case did not step to ${to}: ${status}`);
}

/** Does what waits, once; what must not leave yet waits on. */
export async function work(office: Office, options: { now?: boolean } = {}): Promise<void> {
  if (options.now !== false)
    await office.database.owner(
      `UPDATE core.deliveries SET available_at = clock_timestamp() WHERE state = 'waiting' AND lease_until IS NULL`,
    );
  for (let again = true; again;) {
    const rings: { id: string }[] = [];
    await office.app.get(Relay).sweep(async (found) => {
      rings.push(...found);
    });
    // captures and printing need a browser, which stays away here: the tests say what was seen
    const outside = await office.database.owner<{ id: string }>(`SELECT id FROM core.deliveries WHERE lane IN ('capture', 'document')`);
    const ours = rings.filter((r) => !outside.some((o) => o.id === r.id));
    for (const ring of ours) await office.app.get(Deliver).run(ring.id);
    again = ours.length > 0;
  }
}
export const moveClock = (office: Office, hours: number) =>
  office.database.owner(
    `UPDATE core.installation SET demo = true, clock_offset = clock_offset + make_interval(secs => $1::float8 * 3600)`,
    [hours],
  );

/** A look at an address ends with an observation, as the crawl room leaves it. */
export async function observe(
  office: Office,
  post: Pick<Ready, 'postId' | 'addressId' | 'url'>,
  observation: string,
  way = 'direct',
  visitor = 'desktop',
): Promise<void> {
  const captureId = randomUUID();
  await office.database.owner(
    `UPDATE crawl.captures SET state = 'failed', outcome = 'failed' WHERE address_id = $1 AND state = 'ordered'`,
    [post.addressId],
  );
  await office.database.owner(
    `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, route, visitor) VALUES ($1, $2, $3, $4, 'second-look', 'failed', 'failed', $5, $6)`,
    [captureId, post.postId, post.addressId, post.url, way, visitor],
  );
  await office.database.owner(
    `INSERT INTO crawl.observations (capture_id, address_id, post_id, url, observation, ground, route) VALUES ($1, $2, $3, $4, $5, '{"rule":"test"}', '{}')`,
    [captureId, post.addressId, post.postId, post.url, observation],
  );
  await office.app.get(Db).tx((tx) =>
    office.app.get(Log).append(tx, {
      type: 'address.observed',
      v: 1,
      public: { observation },
      office: { captureId, postId: post.postId, addressId: post.addressId },
      subject: post.postId,
    }),
  );
  await work(office);
}
