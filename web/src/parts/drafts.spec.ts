import { beforeEach, expect, test } from '@jest/globals';
import { dropDraft, dropOldDrafts, forgetDrafts, hearForgotten, keepDraft, readDraft } from './drafts.js';

const DAY = 86_400_000;
/** What a browser keeps: the names are properties of the store. */
class Store {
  [name: string]: unknown;
  getItem(name: string): string | null {
    return Object.hasOwn(this, name) ? (this[name] as string) : null;
  }
  setItem(name: string, value: string): void {
    this[name] = value;
  }
  removeItem(name: string): void {
    delete this[name];
  }
}
const [me, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const ofPeople = ['party.1', 'user', 'note.1', 'reason.unmask.1', 'record.new.1', 'decision.1', 'annulment.1', 'explanation.1'].concat(
  'complaint.says.1',
);
const ofWork = ['judgement.1', 'claim', 'takedown.1', 'correction.1', 'partying.1'];
let [local, session] = [new Store(), new Store()];
beforeEach(() => {
  [local, session] = [new Store(), new Store()];
  Object.assign(globalThis, { localStorage: local, sessionStorage: session });
});
const keepAll = (staffId: string) => {
  for (const name of [...ofPeople, ...ofWork]) keepDraft(`${staffId}.${name}`, `lời của ${name}`);
};

test('what speaks of a person is kept for the tab alone, other work for the machine; both are found again', () => {
  keepAll(me);
  expect([Object.keys(session), Object.keys(local)]).toEqual([
    ofPeople.map((name) => `draft.${me}.${name}`),
    ofWork.map((name) => `draft.${me}.${name}`),
  ]);
  for (const name of [...ofPeople, ...ofWork]) expect(readDraft(`${me}.${name}`)).toBe(`lời của ${name}`);
  for (const name of [...ofPeople, ...ofWork]) dropDraft(`${me}.${name}`);
  expect([...Object.keys(session), ...Object.keys(local)]).toEqual([]);
});
test('whoever signs out leaves nothing of theirs, in no tab; what somebody else typed stays', () => {
  keepAll(me);
  keepAll(other);
  local.setItem('recent', 'x');
  forgetDrafts(me);
  const left = [...Object.keys(session), ...Object.keys(local)];
  expect(left.filter((name) => name.includes(me))).toEqual([]);
  expect(left).toHaveLength(ofPeople.length + ofWork.length + 1);
  keepAll(me);
  hearForgotten({ key: 'draft.of-something-else', newValue: me });
  hearForgotten({ key: 'drafts.forgotten', newValue: null });
  expect(readDraft(`${me}.party.1`)).not.toBeNull();
  hearForgotten({ key: 'drafts.forgotten', newValue: me });
  expect([readDraft(`${me}.party.1`), readDraft(`${other}.party.1`)]).toEqual([null, 'lời của party.1']);
});
test('a draft that nobody came back to for two weeks goes, and at once what was kept for the machine before though it speaks of a person', () => {
  keepAll(me);
  local.setItem(`draft.${me}.explanation.9`, JSON.stringify({ at: Date.now(), value: 'Ông A khai' }));
  dropOldDrafts();
  expect(Object.keys(local)).toEqual(ofWork.map((name) => `draft.${me}.${name}`));
  dropOldDrafts(Date.now() + 15 * DAY);
  expect(Object.keys(local)).toEqual([]);
});
