import { act, because, type Act } from '../act.js';
import { count, holderOf, judgementOf, openPenalties, standsFalse, type Case, type World } from '../world.js';
import { bars } from './bars.js';
import { entries } from './case-entries.js';

const REASON = 'đã xem xét';

/** A case from its opening to its fall and back. */
export const caseActs = (w: World): Act[] => [
  ...openings(w),
  ...w.cases.flatMap((c) => [...steps(w, c), ...turns(w, c), ...entries(c), ...bars(w, c)]),
];

const openings = (w: World): Act[] =>
  w.posts.map((post) =>
    act({
      name: 'case open',
      duty: 'work on a case',
      path: '/api/cases',
      body: { postId: post.id },
      forbids: () =>
        because(
          [judgementOf(post)?.judgement !== 'false-statement-of-fact', 'it is not judged false'],
          [post.claim?.state !== 'approved', 'its claim is not in force'],
          [holderOf(w, post) !== undefined, 'a case holds it'],
          [w.cases.some((c) => c.post === post && c.fell), 'its case fell'],
        ),
      log: () => ['case.opened', 'exhibit.attached'],
      done: ({ id, version }, by) => {
        w.cases.push({
          ...{ kind: 'case', id, state: 'open', version, post, everConfirmed: false, fell: false, proposal: null },
          ...{ title: null, assignee: by, bars: [], deadlines: [], parties: [], exhibits: [], falling: false, closedConfirmed: false },
        });
        judgementOf(post)!.settled = true;
        count(w, 'cases-opened');
      },
      single: true,
      weight: w.cases.length === 0 ? 3 : 0.3,
    }),
  );

function steps(w: World, c: Case): Act[] {
  const step = (to: string, weight: number, ...reasons: [boolean, string][]): Act =>
    act({
      name: `case ${to}`,
      duty: 'work on a case',
      path: `/api/cases/${c.id}/steps`,
      body: { to, reason: REASON, version: c.version },
      forbids: () => because(...reasons),
      log: ['case.stepped'],
      done: ({ state, version }) => {
        c.closedConfirmed = to === 'closed' && c.state === 'confirmed';
        moved(w, c, to);
        Object.assign(c, { state, version });
      },
      of: c,
      weight,
    });
  const holder = holderOf(w, c.post);
  const others = holder !== undefined && holder !== c;
  return [
    step(
      'verifying',
      1,
      [!['open', 'closed'].includes(c.state), 'no such step'],
      [c.fell, 'it fell'],
      [others, 'another case has the post'],
    ),
    step('confirmed', 2, [c.state !== 'verifying', 'no such step'], [!standsFalse(c.post), 'not judged false']),
    step('dismissed', 0.15, [c.state !== 'verifying' || c.everConfirmed, 'only a second person dismisses what was confirmed']),
    step(
      'closed',
      0.15,
      [!['confirmed', 'dismissed'].includes(c.state), 'no such step'],
      [c.deadlines.length > 0, 'a deadline is open'],
      [openPenalties(w, c), 'a penalty is open'],
      [c.state === 'confirmed' && c.proposal !== null, 'a fall is proposed'],
    ),
  ];
}

function moved(w: World, c: Case, to: string): void {
  if (to === 'confirmed') {
    c.everConfirmed = true;
    count(w, 'cases-confirmed');
  }
  if (to === 'dismissed') count(w, 'cases-dismissed');
}

/** What one person proposes and another decides. */
function turns(w: World, c: Case): Act[] {
  const canFall = ['verifying', 'confirmed'].includes(c.state) && c.everConfirmed;
  const canReturn = c.state === 'closed' && c.fell;
  const propose = (what: 'fall' | 'reopening', can: boolean): Act =>
    act({
      name: `${what} propose`,
      duty: 'propose a fall',
      path: `/api/cases/${c.id}/${what}s`,
      body: { reason: REASON, version: c.version },
      forbids: () => because([!can, 'no such step'], [c.proposal !== null, 'one is proposed already']),
      log: [`case.${what}-proposed`],
      done: ({ version }, by) => void Object.assign(c, { version, proposal: { what, by } }),
      of: c,
      weight: can ? 0.4 : 0.1,
    });
  const decide = (what: 'fall' | 'reopening', decision: 'approved' | 'declined'): Act => {
    const to = what === 'fall' ? 'dismissed' : 'verifying';
    const holder = holderOf(w, c.post);
    const can = decision === 'declined' || (what === 'fall' ? canFall : canReturn && (holder === undefined || holder === c));
    const done = what === 'fall' ? 'case.fell' : 'case.reopened';
    return act({
      name: `${what} ${decision === 'approved' ? 'approve' : 'decline'}`,
      duty: 'decide a fall',
      path: `/api/cases/${c.id}/${what}s/decision`,
      body: { decision, reason: REASON, version: c.version },
      forbids: (who) =>
        because([c.proposal?.what !== what, 'nothing is proposed'], [c.proposal?.by === who, 'own work'], [!can, 'no such step']),
      log: decision === 'approved' ? ['case.stepped', done] : [`case.${what}-declined`],
      done: ({ state, version }) => {
        if (decision === 'approved') {
          moved(w, c, to);
          count(w, what === 'fall' ? 'cases-fallen' : 'cases-reopened');
          Object.assign(c, { fell: what === 'fall', falling: what === 'fall' });
        }
        Object.assign(c, { state, version, proposal: null });
      },
      of: c,
      weight: decision === 'approved' ? 1 : 0.3,
    });
  };
  const waits = (what: string) => c.proposal?.what === what;
  return [
    propose('fall', canFall),
    ...(canReturn || waits('reopening') ? [propose('reopening', canReturn)] : []),
    ...(canFall || waits('fall') ? [decide('fall', 'approved'), decide('fall', 'declined')] : []),
    ...(canReturn || waits('reopening') ? [decide('reopening', 'approved'), decide('reopening', 'declined')] : []),
  ];
}
