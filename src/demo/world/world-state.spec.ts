import { describe, expect, test } from '@jest/globals';
import { readAnswers, readForm, readIncoming } from './read-body.js';
import { answer, emptyState, postIdOf, receive, setPost, shownPost, type Incoming } from './world-state.js';
import { worldFaults, type WorldTable } from './world-table.js';

const at = (hours: number) => new Date(Date.UTC(2026, 0, 10, hours));
const world: WorldTable = {
  site: {
    name: 'Sóng',
    removed_as: 'removed',
    words: { reply_removed: 'Đã gỡ.', reply_refused: 'Không gỡ.', reply_restored: 'Đã đăng lại.' },
  },
  people: [{ handle: 'chi.ba', name: 'Chị Ba', about: '' }],
  posts: [
    { id: 'mot', short: 'm0t1', by: 'chi.ba', kind: 'rumour', ago: '1d 2h', text: 'Một' },
    { id: 'hai', by: 'chi.ba', kind: 'rumour', ago: '30m', text: 'Hai', removedAs: 'gone' },
  ],
};
const incoming = (ticketRef: string, kind: Incoming['kind'] = 'removal'): Incoming => ({
  kind,
  ticketRef,
  subject: '',
  body: '',
  legalBasis: '',
  sha256: '',
  items: [
    { ref: 'a', url: 'http://x/p/mot' },
    { ref: 'b', url: 'http://x/p/hai' },
  ],
});

describe('the memory of the demo world', () => {
  test('a post is as old as the table says, counted from the first opening', () => {
    expect(shownPost(world, emptyState(at(12)), 'mot')!.at).toEqual(new Date(Date.UTC(2026, 0, 9, 10)));
  });
  test('a link of this site names its post by whatever host, and no other link does', () => {
    const named = ['http://world.localhost:4180/p/mot', 'https://anything/v/hai/', 'http://x/s/m0t1'].map((url) => postIdOf(world, url));
    expect(named).toEqual(['mot', 'hai', 'mot']);
    expect(['http://x/u/mot', 'http://x/s/mot', 'mot'].map((url) => postIdOf(world, url))).toEqual([null, null, null]);
  });
  test('a removal makes each post vanish in its own way, and leaves the request and the reply', () => {
    const { state, ticket } = receive(emptyState(at(0)), incoming('R1'), at(1));
    const after = answer(
      world,
      state,
      ticket,
      [
        { ref: 'a', answer: 'remove' },
        { ref: 'b', answer: 'remove', text: 'Xong' },
      ],
      at(2),
    );
    expect([shownPost(world, after, 'mot')!.situation, shownPost(world, after, 'hai')!.situation]).toEqual(['removed', 'gone']);
    expect(after.requests[0].items.map((i) => [i.state, i.reply])).toEqual([
      ['removed', 'Đã gỡ.'],
      ['removed', 'Xong'],
    ]);
  });
  test('a withdrawn request brings its posts back, and can remove nothing', () => {
    const asked = receive(emptyState(at(0)), incoming('R1'), at(1));
    const removed = answer(world, asked.state, asked.ticket, [{ ref: 'a', answer: 'remove' }], at(2));
    const taken = receive(removed, incoming('R1-W', 'withdrawal'), at(3));
    const request = taken.state.requests[1];
    expect(readAnswers(request, { items: [{ ref: 'a', answer: 'remove' }] })).toBe(
      'answer must be one of restore, limit, refuse, ignore, pretend',
    );
    const back = answer(world, taken.state, taken.ticket, [{ ref: 'a', answer: 'restore' }], at(4));
    expect([shownPost(world, back, 'mot')!.situation, back.requests[1].items[0].state]).toEqual(['live', 'restored']);
    const after = (how: 'limit' | 'pretend') => answer(world, taken.state, taken.ticket, [{ ref: 'a', answer: how }], at(4));
    const stands = (how: 'limit' | 'pretend') => [shownPost(world, after(how), 'mot')!.situation, after(how).requests[1].items[0].state];
    expect(stands('limit')).toEqual(['login', 'restricted']);
    expect(stands('pretend')).toEqual([shownPost(world, taken.state, 'mot')!.situation, 'restored']);
  });
  test('a request of unknown kind is one for removal', () => {
    expect([undefined, 'withdrawal', 'other'].map((kind) => (readIncoming({ ...incoming('R'), kind }) as Incoming).kind)).toEqual([
      'removal',
      'withdrawal',
      'removal',
    ]);
  });
  test("the desk's form answers all, the ticked, or one item whose name holds a colon", () => {
    const { state } = receive(
      emptyState(at(0)),
      {
        ...incoming('R'),
        items: [
          { ref: 'a:1', url: 'http://x/p/mot' },
          { ref: 'b', url: 'http://x/p/hai' },
        ],
      },
      at(1),
    );
    const refs = (form: string) => (readForm(state.requests[0], new URLSearchParams(form)) as { ref: string }[]).map((g) => g.ref);
    expect([refs('do=remove:all'), refs('do=refuse:ticked&ref=b'), refs('do=ignore:one:a:1'), refs('do=remove:ticked')]).toEqual([
      ['a:1', 'b'],
      ['b'],
      ['a:1'],
      [],
    ]);
  });
  test('an edit stays when the post is hidden and shown again', () => {
    const edited = setPost(emptyState(at(0)), 'mot', 'edited', 'Một, sửa', at(1));
    const back = setPost(setPost(edited, 'mot', 'login', undefined, at(2)), 'mot', 'live', undefined, at(3));
    expect([shownPost(world, back, 'mot')!.text, shownPost(world, back, 'mot')!.situation]).toEqual(['Một, sửa', 'live']);
  });
  test('words after a comma that became keys of their own are found in the table', () => {
    const faults = worldFaults(
      {
        ...world,
        people: [{ ...world.people[0], 'hay hóng chuyện': null } as never],
        posts: [{ ...world.posts[0], 'mua nước': null } as never],
      },
      [],
    );
    expect(faults.map((f) => f.path)).toEqual([
      ['people', 0],
      ['posts', 0, 'mua nước'],
    ]);
  });
});
