import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FactCheckService, type Trick } from '../kit/fact-check-service.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

interface Found {
  text: string;
  url: string;
  line: { outcome: string; reason: string | null };
}
const KEY = 'một-khóa-không-ai-được-thấy'.normalize('NFD').replace(/[^\w-]/g, '');

describe('checks of others', () => {
  let office: Office;
  let service: FactCheckService;
  let inspector: Caller;
  beforeAll(async () => {
    service = await new FactCheckService().open();
    office = await openOffice({ FACT_CHECK_URL: service.url, FACT_CHECK_KEY: KEY, FACT_CHECK_ALLOW: service.host });
    inspector = await office.as('inspector');
  }, 60_000);
  afterAll(async () => {
    await office.close();
    await service.stop();
  });
  const search = (asked: object) => inspector.call('POST', '/api/fact-checks/search', asked);

  test('are searched page by page, and each says what an import would make of it', async () => {
    service.trick = 'good';
    const first = await search({ query: 'nước muối', language: 'vi', publisher: 'check.example' });
    expect(first.body).toMatchObject({
      nextPageToken: 'hai',
      items: [
        { text: 'Uống nước muối mỗi sáng chữa khỏi bệnh', publisher: 'Kiểm chứng VN', rating: 'Sai sự thật', line: { outcome: 'new' } },
        { url: 'https://check.example/fr', line: { outcome: 'faulty', reason: 'other-language' } },
      ],
    });
    expect(JSON.stringify(first.body)).not.toContain('Người');
    expect(service.asked.at(-1)).toEqual({
      query: { query: 'nước muối', languageCode: 'vi', reviewPublisherSiteFilter: 'check.example', pageSize: '10' },
      key: KEY,
    });
    const second = await search({ query: 'nước muối', pageToken: 'hai' });
    expect(service.asked.at(-1)!.query).toMatchObject({ pageToken: 'hai' });
    expect(second.body).toMatchObject({ nextPageToken: null, items: [{ line: { outcome: 'faulty', reason: 'not-false' } }] });
  });
  test('become drafts of the person who chose them, with publisher, rating and day, once', async () => {
    service.trick = 'good';
    const { items } = (await search({ query: 'nước muối' })).body as unknown as { items: Found[] };
    const checks = items.map(({ line: _, ...check }) => check);
    const take = () => inspector.call('POST', '/api/claim-imports/checks', { checks, topic: 'y-te', harm: 'high' });
    const done = await take();
    expect([done.status, done.body]).toMatchObject([201, { drafted: 1, faulty: 1, again: false }]);
    const { items: drafts } = (await inspector.call('GET', `/api/claims?importId=${done.body.importId}`)).body as unknown as {
      items: object[];
    };
    expect(drafts).toMatchObject([
      {
        ...{ state: 'draft', draftedById: inspector.staffId, topic: 'y-te', harm: 'high', truth: 'Nước muối không chữa khỏi bệnh' },
        ...{ falseFrom: '2026-10-01', falseTo: null },
        sources: [{ url: 'https://check.example/nuoc-muoi', date: '2026-10-20', publisher: 'Kiểm chứng VN', rating: 'Sai sự thật' }],
      },
    ]);
    expect((await take()).body).toMatchObject({ again: true, importId: done.body.importId });
    expect((await search({ query: 'nước muối' })).body).toMatchObject({ items: [{ line: { outcome: 'known' } }, {}] });
  });
  test.each<[Trick, number, string]>([
    ['many', 429, 'fact-checks-many'],
    ['broken', 503, 'fact-checks-silent'],
    ['wrong-key', 503, 'fact-checks-refused'],
    ['moved', 503, 'fact-checks-refused'],
    ['no-json', 503, 'fact-checks-unreadable'],
    ['other-json', 503, 'fact-checks-unreadable'],
    ['huge', 503, 'fact-checks-silent'],
  ])('of a service that answers %s are refused with what it was, without the key', async (trick, status, code) => {
    service.trick = trick;
    const answer = await search({ query: 'nước muối' });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (trick === 'many') expect(answer.body.retryAfterSeconds).toBe(37);
    expect(JSON.stringify(answer.body)).not.toContain(KEY);
  });
  test.each<Trick>(['silent', 'drip'])('of a service that is %s are given up in their time', async (trick) => {
    service.trick = trick;
    const { exchangeTable } = await import('../../src/classify/exchange/exchange-table.js');
    const { timeout_seconds } = exchangeTable.service;
    exchangeTable.service.timeout_seconds = 0.3;
    const answer = await search({ query: 'nước muối' });
    exchangeTable.service.timeout_seconds = timeout_seconds;
    expect([answer.status, answer.body.code]).toEqual([503, 'fact-checks-silent']);
  });
});

describe('without a service, or with one inside that nobody opened', () => {
  test('nothing is asked, and the refusal says so', async () => {
    const service = await new FactCheckService().open();
    const refusal = async (env: Record<string, string>) => {
      const office = await openOffice(env);
      const answer = await (await office.as('inspector')).call('POST', '/api/fact-checks/search', { query: 'nước muối' });
      await office.close();
      return [answer.status, answer.body.code];
    };
    expect(await refusal({ FACT_CHECK_URL: '', FACT_CHECK_KEY: '', FACT_CHECK_ALLOW: '' })).toEqual([409, 'fact-checks-off']);
    expect(await refusal({ FACT_CHECK_URL: service.url })).toEqual([503, 'fact-checks-silent']);
    expect(service.asked).toEqual([]);
    await service.stop();
  }, 60_000);
});
