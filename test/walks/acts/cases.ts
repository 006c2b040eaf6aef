import { act, because, type Act, type Answer } from '../act.js';
import { count, holderOf, judgementOf, openPenalties, standsFalse, type Case, type World } from '../world.js';

const REASON = 'đã xem xét';
const HOLDS = ['open', 'verifying', 'confirmed'];

/** A case from its opening to its fall and back. */
export const caseActs = (w: World): Act[] => [
  ...openings(w),
  ...w.cases.flatMap((c) => [...steps(w, c), ...turns(w, c), ...entries(w, c)]),
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
      done: ({ id, version }) => {
        w.cases.push({
          ...{ kind: 'case', id, state: 'open', version, post, everConfirmed: false, fell: false, proposal: null },
          ...{ deadlines: [], parties: [], exhibits: [], falling: false, closedConfirmed: false },
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

function entries(w: World, c: Case): Act[] {
  const closed: [boolean, string] = [!HOLDS.includes(c.state), 'it takes no entries'];
  const version = ({ version }: Answer) => void (c.version = version);
  return [
    act({
      name: 'case note',
      duty: 'note on a case',
      path: `/api/cases/${c.id}/notes`,
      body: { text: 'Đã gọi điện', version: c.version },
      log: ['case.noted'],
      done: version,
      single: false, // a note changes nothing that another note was written on
      of: c,
      weight: 0.15,
    }),
    act({
      name: 'case party',
      duty: 'work on a case',
      path: `/api/cases/${c.id}/parties`,
      body: { kind: 'person', role: 'accused', name: `Nguyễn Văn Thử ${c.parties.length + 1}`, version: c.version },
      forbids: () => because(closed),
      log: ['case.party-added'],
      done: ({ id, version }) => {
        c.parties.push(id);
        c.version = version;
      },
      of: c,
      weight: c.parties.length === 0 ? 1 : 0.1,
    }),
    act({
      name: 'case deadline',
      duty: 'work on a case',
      path: `/api/cases/${c.id}/deadlines`,
      body: { what: 'Trả lời đơn vị', dueAt: '2099-01-01', version: c.version },
      forbids: () => because(closed),
      log: ['case.deadline-set'],
      done: ({ id, version }) => {
        c.deadlines.push(id);
        c.version = version;
      },
      of: c,
      weight: 0.1,
    }),
    ...c.deadlines.map((deadline) =>
      act({
        name: 'case deadline met',
        duty: 'work on a case',
        path: `/api/cases/${c.id}/deadlines/${deadline}/meet`,
        body: { version: c.version },
        unsure: !HOLDS.includes(c.state),
        log: ['case.deadline-met'],
        done: ({ version }) => {
          c.deadlines = c.deadlines.filter((d) => d !== deadline);
          c.version = version;
        },
        of: c,
        weight: 0.5,
      }),
    ),
  ];
}
