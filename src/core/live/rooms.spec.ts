import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownRights } from '../identity/rights.js';
import { liveFaults, liveTable } from './live-table.js';
import { changesSessions, isSilent, presenceKind, recordsIn, roomsMoved } from './rooms.js';

const SRC = join(import.meta.dirname, '..', '..');
const declared = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((f) => /(^|\/)events\.ts$/.test(f))
  .flatMap((f) => [...readFileSync(join(SRC, f), 'utf8').matchAll(/^ {4}'([a-z-]+\.[a-z-]+)': \{/gm)].map(([, type]) => type));
const all = (rights: Iterable<string>, ...kinds: string[]) => roomsMoved(kinds, new Set(rights), liveTable);

describe('what a browser hears of the office', () => {
  test('is said of every kind of event that the house knows, or it is silent on purpose', () => {
    expect(declared.length).toBeGreaterThan(80);
    expect(declared.filter((type) => !isSilent(type, liveTable) && all(knownRights, type).length === 0)).toEqual([]);
  });
  test('is of its own rooms only', () => {
    expect(all(['triage.read'], 'penalty.signed', 'report.received')).toEqual(['triage']);
    expect(all(['users.manage'], 'penalty.signed', 'report.received')).toEqual([]);
    expect(all([], 'clock.moved')).toEqual(['clock']);
  });
  test('is nothing of looks, but of damage found by one', () => {
    expect(all(knownRights, 'evidence.read', 'personal-data.read', 'paper.read')).toEqual([]);
    expect(all(['log.read'], 'evidence.damaged')).toEqual(['log']);
  });
  test('tells of an opened post in the queue alone, and never by its id', () => {
    const kind = presenceKind({ kind: 'triage', id: '0d9ea0a4-7f0c-4a5e-9c40-2f6f4ad2f7a1' });
    expect(all(knownRights, kind)).toEqual(['triage']);
    expect(all(knownRights, kind.replace('triage', 'case'))).toEqual([]);
    expect(recordsIn([kind, 'case.opened', 'presence:case:x'])).toEqual([{ kind: 'triage', id: '0d9ea0a4-7f0c-4a5e-9c40-2f6f4ad2f7a1' }]);
  });
  test('asks after the sessions where one may have ended or a right fallen away', () => {
    expect(
      ['session.closed', 'account.disabled', 'role.ended', 'password.changed', 'password.reset', 'second-factor.reset'].every((k) =>
        changesSessions(k, liveTable),
      ),
    ).toBe(true);
    expect(['session.opened', 'case.opened'].some((k) => changesSessions(k, liveTable))).toBe(false);
  });
});

describe('the table of live rooms', () => {
  test('names rights of this house and lets a presence outlive two beats', () => {
    expect(liveFaults(liveTable)).toEqual([]);
    expect(liveFaults({ ...liveTable, beat_seconds: 10, rooms: { x: { rights: ['fly'], on: [] } } }).map((f) => f.path.join('.'))).toEqual([
      'rooms.x.rights.0',
      'presence_seconds',
    ]);
  });
});
