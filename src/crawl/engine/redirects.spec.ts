import { expect, test } from '@jest/globals';
import { newExchange, type Exchange } from './exchange.js';
import { lastAnswer } from './redirects.js';

const sends = (id: number, url: string, location: string): Exchange => ({
  ...newExchange(id, url, 'GET', []),
  status: 302,
  body: `body-${id}`,
  responseHeaders: ['Location', location],
});

test('a redirect that nobody followed is no answer, with no body that could be read as one', () => {
  const to = (location: string) => lastAnswer([sends(1, 'https://a.example/', location)], 'https://a.example/', 10);
  expect(to('https://b.example/x')).toMatchObject({
    status: null,
    body: null,
    fault: { says: 'the redirect to b.example was not followed' },
  });
  expect(to('data:text/html,x')).toMatchObject({ status: null, body: null, fault: { says: 'the redirect to data: was not followed' } });
});
