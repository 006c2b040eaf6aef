import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { configFile, projectRoot } from '../../core/config.js';
import { idOf } from './law.js';
import { readProcedure } from '../penalties/procedure-table.js';
import { penaltyLaw, readPenaltyLaw } from './penalty-table.js';

const LAW = ['decrees', 'act-types', 'circumstances', 'fine-rules', 'penalty-policy', 'referral-signs'];
const TABLES = [...LAW, 'penalty-procedure'].map((t) => `${t}.yaml`);
const A101 = 'provisions/nd15-2020-101-1-a.yaml';
const A95 = 'provisions/nd174-2026-95-1-a.yaml';
const TODAY = 'authorities/2026-07-01.yaml';
/** A change that makes a table wrong, and what the start says of it. */
interface Wrong {
  wrong: string;
  table: string;
  from: string;
  to: string;
  line: string;
  below?: number;
  says: string;
}
const WRONG = parse(readFileSync(join(projectRoot, 'test/fixtures/wrong-penalty-tables.yaml'), 'utf8')) as Wrong[];

describe('the law of penalties in config/', () => {
  test('holds the provisions of three decrees, one after the other', () => {
    expect(penaltyLaw.provisions.map(idOf)).toEqual([
      'ND174-2013:64.3.a',
      'ND15-2020:99.3.a',
      'ND15-2020:101.1.a',
      'ND15-2020:101.1.d',
      'ND15-2020:101.2',
      'ND174-2026:93.2.b',
      'ND174-2026:95.1.a',
      'ND174-2026:95.1.k',
      'ND174-2026:95.2.b',
      'ND174-2026:95.2.c',
    ]);
  });
});

describe('a wrong table refuses the start with file and line', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lachan luật '));
    for (const name of [...TABLES, 'provisions', 'authorities']) cpSync(configFile(name), join(root, name), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  /** What the start says once `from` in a table is `to`. */
  const refusal = (name: string, from: string, to: string): string => {
    const text = readFileSync(join(root, name), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(root, name), text.replace(from, to));
    try {
      readPenaltyLaw(root);
      readProcedure(root);
      return 'started';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const lineOf = (name: string, text: string) =>
    readFileSync(join(root, name), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1;

  test('and without a fault it is read', () => expect(readPenaltyLaw(root).provisions).toHaveLength(10));

  test.each(WRONG)('$wrong', ({ table, from, to, line, below = 0, says }) => {
    const said = refusal(table, from, to);
    expect(said).toContain(says);
    expect(said.split('\n').find((l) => l.includes(says))).toContain(`${join(root, table)}:${lineOf(table, line) + below}: `);
  });

  test('a day on which no text covers an act that was covered before and after', () => {
    expect(refusal(A95, 'from: 2026-07-01', 'from: 2026-07-03')).toBe(
      `${join(root, A95)}:${lineOf(A95, 'in_force:')}: nothing is in force from 2026-07-01 to the day before 2026-07-03`,
    );
  });
  test('a day that two texts on one act cover', () => {
    const said = refusal('decrees.yaml', 'from: 2026-07-01', 'from: 2026-06-01') + refusal(A95, 'from: 2026-07-01', 'from: 2026-06-30');
    expect(said).toContain(`${join(root, A95)}:${lineOf(A95, 'in_force:')}: it overlaps with the one in force from 2020-04-15`);
  });
  test('a day on which no table says who may sign', () => {
    const named = 'authorities/2020-04-15.yaml';
    expect(refusal(named, 'from: 2020-04-15', 'from: 2020-04-16')).toBe(
      `${join(root, named)}:${lineOf(named, 'in_force:')}: nothing is in force from 2020-04-15 to the day before 2020-04-16`,
    );
    rmSync(join(root, named));
    expect(refusal(A101, 'vi:', 'vi:')).toContain('nothing is in force from 2020-04-15');
  });
  test('tables of signers that begin too late, or end while provisions hold', () => {
    const first = 'authorities/2014-01-15.yaml';
    expect(refusal(first, 'from: 2014-01-15', 'from: 2014-02-01')).toBe(
      `${join(root, 'provisions/nd174-2013-64-3-a.yaml')}:9: no table of config/authorities says who may sign before 2014-02-01`,
    );
    expect(refusal(TODAY, 'in_force: { from: 2026-07-01 }', 'in_force: { from: 2026-07-01, to: 2026-12-31 }')).toContain(
      `${join(root, A95)}:${lineOf(A95, 'in_force:')}: no table of config/authorities says who may sign from some day on`,
    );
  });
  test('versions of the law of fines that leave a day out', () => {
    expect(refusal('fine-rules.yaml', 'from: 2025-07-01', 'from: 2025-07-02')).toContain('nothing is in force from 2025-07-01');
  });
  test('YAML that cannot be read', () => {
    expect(refusal(A101, 'remedies: [forced-removal]', 'remedies: [forced-removal')).toMatch(/nd15-2020-101-1-a\.yaml:\d+: /);
  });
  test('a table that holds something else altogether', () => {
    renameSync(join(root, A101), join(root, 'provisions/nd15-2020-101-1-b.yaml'));
    expect(refusal('provisions/nd15-2020-101-1-b.yaml', 'clause: 1', 'clause: 1')).toContain(
      'belongs into a file named nd15-2020-101-1-a.yaml',
    );
    writeFileSync(join(root, 'decrees.yaml'), '- 1\n- 2\n');
    expect(() => readPenaltyLaw(root)).toThrow(/decrees\.yaml:\d+: 0 must hold keys and values/);
  });
});
