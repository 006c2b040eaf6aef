import { PAPERS } from '../../contracts/penalties-setup.js';
import { act, because, type Act, type Answer } from '../act.js';
import { count, liveOf, standsFalse, type Case, type Penalty, type Violation, type World } from '../world.js';

let written = 0;
const recordOf = (of: Case, party: string, age: number): Record<string, unknown> => ({
  ...content(),
  ...{ caseId: of.id, partyId: party, exhibits: of.exhibits, stopDemanded: true, subject: { kind: 'individual', age } },
});
const content = (): Record<string, unknown> => ({
  place: 'Trụ sở Sở',
  identity: PAPERS.person,
  act: {
    types: ['false-info-social'],
    where: 'social-network',
    started: '2026-09-10',
    discovered: '2026-09-11',
    status: { answer: 'ended', reason: 'đã tự gỡ trong ngày' },
    facts: `Đăng tin uống nước muối chữa khỏi bệnh, lần ${++written}`,
  },
});

/** The record of a violation: written, signed by those present, drawn up, and what the accused says to it. */
export const violationActs = (w: World): Act[] => [...drafts(w), ...w.violations.flatMap((v) => [...writing(w, v), ...explaining(w, v)])];

const drafts = (w: World): Act[] =>
  w.cases
    .filter((of) => of.parties.length > 0 && of.exhibits.length > 0)
    .map((of) => {
      const party = of.parties[0];
      const live = w.violations.some((v) => v.of === of && v.state !== 'cancelled');
      return act({
        name: 'record draft',
        duty: 'draw a record',
        path: '/api/violations',
        body: recordOf(of, party, w.age),
        forbids: () => because([of.state !== 'confirmed', 'the case is not confirmed'], [live, 'there is one']),
        log: ['violation.drafted'],
        done: ({ id, state, version, contentHash }, by) =>
          void w.violations.push({
            ...{ kind: 'violation', id, state, version, contentHash, of, writers: new Set([by]), signed: new Set() },
            ...{ age: w.age, drawnOn: null, rightConfirmed: false, explanations: [] },
          }),
        single: true,
        weight: live ? 0.1 : 1.5,
      });
    });

function writing(w: World, v: Violation): Act[] {
  const moved = ({ state, version, contentHash }: Answer) => void Object.assign(v, { state, version, contentHash });
  const present = (role: string): Act =>
    act({
      name: 'record signature',
      duty: 'draw a record',
      path: `/api/violations/${v.id}/signatures`,
      body: { role, name: 'Trần Thị Có Mặt', signed: true, contentHash: v.contentHash, version: v.version },
      forbids: () => because([v.state !== 'draft', 'it is drawn up']),
      log: ['violation.signed'],
      done: (answer) => {
        v.signed.add(role);
        moved(answer);
      },
      of: v,
      weight: v.state === 'draft' && !v.signed.has(role) ? 2 : 0.05,
    });
  return [
    present('recorder'),
    present('accused'),
    act({
      name: 'record edit',
      duty: 'draw a record',
      method: 'PUT',
      path: `/api/violations/${v.id}`,
      body: { ...content(), exhibits: v.of.exhibits, stopDemanded: true, subject: { kind: 'individual', age: v.age }, version: v.version },
      forbids: () => because([v.state !== 'draft', 'it is drawn up']),
      log: ['violation.changed'],
      done: (answer, by) => {
        v.writers.add(by);
        v.signed.clear();
        moved(answer);
      },
      of: v,
      weight: 0.2,
    }),
    act({
      name: 'record draw',
      duty: 'draw a record',
      path: `/api/violations/${v.id}/draw`,
      body: { contentHash: v.contentHash, version: v.version },
      forbids: () =>
        because(
          [v.state !== 'draft', 'no such step'],
          [!v.signed.has('recorder') || !v.signed.has('accused'), 'not signed by those present'],
          [v.of.state !== 'confirmed', 'the case is not confirmed'],
          [v.of.post.url === null, 'no capture shows it'],
          [!standsFalse(v.of.post), 'not judged false'],
        ),
      log: ['violation.recorded'],
      done: (answer) => {
        v.drawnOn = w.today;
        moved(answer);
      },
      of: v,
      weight: 2,
    }),
    act({
      name: 'record cancel',
      duty: 'draw a record',
      path: `/api/violations/${v.id}/cancel`,
      body: { reason: 'Lập nhầm', version: v.version },
      forbids: () =>
        because([v.state === 'cancelled', 'no such step'], [v.state === 'drawn' && liveOf(w, v) !== undefined, 'it was decided on']),
      log: ['violation.cancelled'],
      done: moved,
      of: v,
      weight: 0.08,
    }),
  ];
}

function explaining(w: World, v: Violation): Act[] {
  const undrawn: [boolean, string] = [v.state !== 'drawn', 'it is not drawn up'];
  const version = ({ version }: Answer) => void (v.version = version);
  const right = (value: boolean): Act =>
    act({
      name: 'explanation right',
      duty: 'draft a penalty',
      path: `/api/violations/${v.id}/explanation-right`,
      body: { right: value, version: v.version },
      forbids: () => because(undrawn, [!value, 'the law gives one'], [v.rightConfirmed, 'confirmed already']),
      log: ['explanation.right-confirmed'],
      done: (answer) => {
        v.rightConfirmed = true;
        version(answer);
      },
      of: v,
      weight: value && !v.rightConfirmed ? 2 : 0.05,
    });
  const explain = (kind: string, weight: number, { bare = false } = {}): Act => {
    const live = liveOf(w, v);
    const heard = kind === 'written' || kind === 'heard';
    const onPaper = heard || kind === 'waived';
    return act({
      name: `explanation ${kind}${bare ? ' without its paper' : ''}`,
      paper: onPaper && !bare ? v.of : undefined,
      duty: 'draft a penalty',
      path: `/api/violations/${v.id}/explanations`,
      body: { kind, on: w.today, version: v.version, ...(heard ? { says: 'Tôi đã gỡ bài và xin lỗi' } : {}) },
      forbids: () =>
        because(undrawn, [onPaper && bare, 'the law wants it in writing'], [heard && live?.number != null, 'the decision is issued']),
      log: heard && live?.state === 'signed' ? ['penalty.voided', 'explanation.recorded'] : ['explanation.recorded'],
      done: (answer) => {
        v.explanations.push({ id: answer.id, kind });
        if (heard && live?.state === 'signed') voided(w, live);
        version(answer);
      },
      of: v,
      weight,
    });
  };
  return [
    right(true),
    right(false),
    explain('waived', v.explanations.length ? 0.1 : 1),
    explain('waived', 0.1, { bare: true }),
    explain('written', 0.1, { bare: true }),
    explain('written', 0.4),
    explain('hearing-requested', 0.15),
    explain('heard', 0.2),
  ];
}

/** A signature goes: the decision is a draft again. */
export function voided(w: World, p: Penalty): void {
  Object.assign(p, { state: 'draft', version: p.version + 1, signed: false });
  if (!p.annuls) count(w, 'penalties-voided');
}
