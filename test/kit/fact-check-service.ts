import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Trick = 'good' | 'many' | 'broken' | 'wrong-key' | 'no-json' | 'other-json' | 'huge' | 'silent' | 'drip' | 'moved';
const HUGE = 3_000_000;

/** A service of the form of the Google Fact Check Tools API, on this machine, which can also behave badly. */
export class FactCheckService {
  trick: Trick = 'good';
  /** what was asked: the query of the address, and the key */
  readonly asked: { query: Record<string, string>; key: string | undefined }[] = [];
  private readonly server: Server = createServer((request, response) => this.answer(request, response));

  async open(): Promise<this> {
    await new Promise<void>((done) => {
      this.server.listen(0, '127.0.0.1', done);
    });
    return this;
  }
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  get url(): string {
    return `http://${this.host}/v1alpha1`;
  }
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => {
      this.server.close(done);
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url!, this.url);
    this.asked.push({ query: Object.fromEntries(url.searchParams), key: request.headers['x-goog-api-key'] as string | undefined });
    const json = (status: number, body: unknown, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    switch (this.trick) {
      case 'good':
        return void json(200, pageOf(url.searchParams.get('pageToken')));
      case 'many':
        return void json(429, { error: { code: 429, status: 'RESOURCE_EXHAUSTED' } }, { 'retry-after': '37' });
      case 'broken':
        return void json(500, { error: { code: 500 } });
      case 'wrong-key':
        return void json(400, { error: { code: 400, message: 'API key not valid' } });
      case 'no-json':
        return void response.end('<html>');
      case 'other-json':
        return void json(200, { claims: 'none' });
      case 'huge':
        return void response.end('x'.repeat(HUGE));
      case 'moved':
        return void json(302, {}, { location: 'http://127.0.0.1:1/' });
      case 'silent':
        return;
      case 'drip': {
        const drip = setInterval(() => response.write(' '), 50);
        response.once('close', () => clearInterval(drip));
      }
    }
  }
}

const review = (more: object = {}) => ({
  publisher: { name: 'Kiểm chứng VN', site: 'check.example' },
  url: 'https://check.example/nuoc-muoi',
  title: 'Nước muối không chữa khỏi bệnh',
  reviewDate: '2026-10-20T00:00:00Z',
  textualRating: 'Sai sự thật',
  languageCode: 'vi',
  ...more,
});
const pageOf = (token: string | null) =>
  token === 'hai'
    ? {
        claims: [
          {
            text: 'Ăn tỏi sống thay được thuốc kháng sinh',
            claimReview: [review({ url: 'https://check.example/toi', textualRating: 'Đúng' })],
          },
        ],
      }
    : {
        claims: [
          {
            text: 'Uống nước muối mỗi sáng chữa khỏi bệnh',
            claimant: 'Ông Nguyễn Văn Người',
            claimDate: '2026-10-01T00:00:00Z',
            claimReview: [review()],
          },
          { text: 'Un texte en français assez long', claimReview: [review({ url: 'https://check.example/fr', languageCode: 'fr' }), {}] },
        ],
        nextPageToken: 'hai',
      };
