import { describe, expect, test } from '@jest/globals';
import { Keyset } from './keyset.js';

const ID = '6f2d3c1e-8a5b-4c7d-9e0f-112233445566';
const AT = '2026-11-24 10:00:00.123456+00';
const queue = new Keyset({ sql: 'n', kind: 'number' }, { sql: 'at', kind: 'time' }, { sql: 'id', kind: 'id' });
const cursorOf = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
const after = (of: Keyset, place: unknown) => {
  const values: unknown[] = [];
  const sql = of.after(cursorOf(place), (value) => `$${values.push(value)}`);
  return { sql, values };
};

describe('a list that is paged by its sort keys', () => {
  test('goes on after the values of the last row', () => {
    const rows = [1, 2, 3].map((n) => ({ n, place: [String(n), AT, ID] }));
    const { items, nextCursor } = queue.page(rows, 2);
    expect(items).toEqual([{ n: 1 }, { n: 2 }]);
    expect(JSON.parse(Buffer.from(nextCursor!, 'base64url').toString())).toEqual(['2', AT, ID]);
    expect(queue.page(rows, 3).nextCursor).toBeNull();
  });
  test('compares whole rows where all keys go one way, and key by key where not', () => {
    expect(after(queue, ['-840', AT, ID])).toEqual({
      sql: '(n, at, id) > ($1::int8, $2::timestamptz, $3::uuid)',
      values: ['-840', AT, ID],
    });
    const mixed = new Keyset({ sql: 'due', kind: 'time' }, { sql: 'id', kind: 'id', backwards: true });
    expect(after(mixed, ['infinity', ID]).sql).toBe('(due > $1::timestamptz OR due = $1::timestamptz AND id < $2::uuid)');
  });
  test('keeps no text in a place: it is looked up by the id beside it', () => {
    const byName = new Keyset({ sql: 'x.name', kind: 'text', of: 'SELECT y.name FROM y WHERE y.id' }, { sql: 'x.id', kind: 'id' });
    expect(byName.place).toBe('ARRAY[(x.id)::text] AS place');
    expect(after(byName, [ID])).toEqual({ sql: '(x.name, x.id) > ((SELECT y.name FROM y WHERE y.id = $1::uuid), $1::uuid)', values: [ID] });
  });
  test('has no place of another list, and none that nobody gave out', () => {
    for (const wrong of [
      null,
      'x',
      [],
      [1, AT, ID],
      ['1', AT],
      ['1', 'then', ID],
      ['1', AT, 'x'],
      ['', AT, ID],
      ['1', '2026-13-41 99:00:00+00', ID],
    ])
      expect(() => after(queue, wrong)).toThrow('invalid');
    expect(() => queue.after('%%%', String)).toThrow('invalid');
    expect(queue.after(undefined, String)).toBe('true');
  });
});
