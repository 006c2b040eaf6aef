import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { deskPage } from './desk.page.js';
import { feedPage, noticePage, pathOf, personOf, postPage } from './post.page.js';
import { readMedia, type Medium } from './media.adapter.js';
import { readAnswers, readForm, readIncoming } from './read-body.js';
import { StateFile } from './state-file.adapter.js';
import { sourcePage, type SourcePage } from './source.page.js';
import { LOGO, STYLE, STYLE_URL } from './style.js';
import { bodyOf, file, json, missing, page, parse, Refused, sound } from './world-http.adapter.js';
import { answer, receive, setPost, shownPost, type Shown } from './world-state.js';
import { SITUATIONS, type Situation, type WorldTable } from './world-table.js';

const PAGE = 20;

/** The little social network: pages for visitors, an inbox and a desk for its operator. */
export class WorldServer {
  private constructor(
    private readonly world: WorldTable,
    private readonly media: Map<string, Medium>,
    private readonly memory: StateFile,
    private readonly sources: ReadonlyMap<string, SourcePage>,
  ) {}

  static async open(
    world: WorldTable,
    options: { port: number; dataDir: string; sources?: ReadonlyMap<string, SourcePage> },
  ): Promise<{ url: string; port: number; close(): Promise<void> }> {
    const site = new WorldServer(
      world,
      await readMedia(),
      new StateFile(join(options.dataDir, 'world.json')),
      options.sources ?? new Map(),
    );
    const server = createServer((request, response) => void site.answer(request, response));
    server.keepAliveTimeout = 75_000;
    await new Promise<void>((done, refuse) => server.once('error', refuse).listen(options.port, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    return {
      port,
      url: `http://127.0.0.1:${port}`,
      close: () =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const link = request.url?.startsWith('/') ? `http://world.localhost${request.url}` : (request.url ?? '');
      if (!URL.canParse(link)) missing();
      const url = new URL(link);
      if (request.method === 'GET' || request.method === 'HEAD') this.get(url, request, response);
      else if (request.method === 'POST') await this.post(url, request, response);
      else throw new Refused(405, 'only GET and POST are known here');
    } catch (error) {
      const status = error instanceof Refused ? error.status : 500;
      if (!(error instanceof Refused)) console.error(error);
      if (!response.headersSent) json(response, status, { error: error instanceof Refused ? error.message : 'the site failed' });
      else response.destroy();
    }
  }

  private get(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const path = url.pathname;
    const medium = this.media.get(path);
    if (medium) return file(request, response, medium);
    if (path === STYLE_URL) return file(request, response, { bytes: Buffer.from(STYLE), type: 'text/css; charset=utf-8' });
    if (path === '/logo.svg') return file(request, response, { bytes: Buffer.from(LOGO), type: 'image/svg+xml' });
    const source = this.sources.get(path);
    if (source) return page(response, 200, sourcePage(this.world, source));
    const { site } = this.world;
    const requests = this.memory.state.requests;
    if (path === '/')
      return page(
        response,
        200,
        this.feed(url, () => true, site.words.feed),
      );
    if (path === '/video')
      return page(
        response,
        200,
        this.feed(url, (s) => Boolean(s.post.video), site.words.videos),
      );
    const [, room, id] = path.split('/');
    if (room === 'u' && this.world.people.some((p) => p.handle === id))
      return page(
        response,
        200,
        this.feed(url, (s) => s.post.by === id, personOf(this.world, id).name),
      );
    const short = room === 's' && this.world.posts.find((p) => p.short === id);
    if (short) return void response.writeHead(302, { location: pathOf(short) }).end();
    if (room === 'p' || room === 'v') return this.postPage(response, room, id);
    if (path === '/health') return json(response, 200, { open: true });
    if (path === '/operator') return page(response, 200, deskPage(this.world, requests));
    if (path === '/operator/requests') return json(response, 200, { items: requests });
    const asked = /^\/operator\/requests\/([\w-]+)$/.exec(path)?.[1];
    if (asked) return json(response, 200, requests.find((r) => r.ticket === asked) ?? missing());
    page(response, 404, noticePage(this.world, 'gone'));
  }

  private postPage(response: ServerResponse, room: string, id: string): void {
    const shown = shownPost(this.world, this.memory.state, id);
    if (!shown || shown.situation === 'gone') return page(response, 404, noticePage(this.world, 'gone', shown?.post.language));
    if (pathOf(shown.post) !== `/${room}/${id}`) return void response.writeHead(301, { location: pathOf(shown.post) }).end();
    if (shown.situation !== 'live' && shown.situation !== 'edited')
      return page(response, 200, noticePage(this.world, shown.situation, shown.post.language));
    page(response, 200, postPage(this.world, shown));
  }

  private feed(url: URL, which: (shown: Shown) => boolean, title: string): string {
    const posts = this.world.posts
      .map((post) => shownPost(this.world, this.memory.state, post.id)!)
      .filter((shown) => (shown.situation === 'live' || shown.situation === 'edited') && which(shown))
      .sort((a, b) => b.at.getTime() - a.at.getTime());
    const at = Math.max(1, Number(url.searchParams.get('trang')) || 1);
    const link = (n: number) => `${url.pathname}?trang=${n}`;
    return feedPage(
      this.world,
      posts.slice((at - 1) * PAGE, at * PAGE),
      title,
      at * PAGE < posts.length ? link(at + 1) : null,
      at > 1 ? link(at - 1) : null,
    );
  }

  private async post(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { origin, host } = request.headers;
    if (origin && (!URL.canParse(origin) || new URL(origin).host !== host)) throw new Refused(403, 'this form came from another site');
    const form = /x-www-form-urlencoded/.test(request.headers['content-type'] ?? '');
    const text = await bodyOf(request);
    const body = form ? null : parse(text);
    const [, operator, what, id, act] = url.pathname.split('/');
    if (operator !== 'operator') throw new Refused(404, 'nothing is taken here');
    const now = new Date();
    if (what === 'inbox') {
      const taken = receive(this.memory.state, sound(readIncoming(body)), now);
      this.memory.change(taken.state);
      return json(response, 202, { ticket: taken.ticket });
    }
    if (what === 'requests' && act === 'answer') {
      const asked = this.memory.state.requests.find((r) => r.ticket === id) ?? missing();
      const given = sound(form ? readForm(asked, new URLSearchParams(text)) : readAnswers(asked, body));
      this.memory.change(answer(this.world, this.memory.state, id, given, now));
      if (form) return void response.writeHead(303, { location: `/operator#${id}` }).end();
      return json(
        response,
        200,
        this.memory.state.requests.find((r) => r.ticket === id),
      );
    }
    if (what === 'posts' && this.world.posts.some((p) => p.id === id)) {
      const { state, text: words } = (body ?? {}) as { state?: Situation; text?: string };
      if (!state || !SITUATIONS.includes(state)) throw new Refused(400, `state must be one of ${SITUATIONS.join(', ')}`);
      if (words !== undefined && typeof words !== 'string') throw new Refused(400, 'text must be a text');
      this.memory.change(setPost(this.memory.state, id, state, words, now));
      return json(response, 200, { id, state });
    }
    missing();
  }
}
