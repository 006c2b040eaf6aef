import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFile } from '../../core/config.js';
import { idOf } from './law.js';
import { penaltyLaw, readPenaltyLaw } from './penalty-table.js';

const TABLES = ['decrees', 'act-types', 'circumstances', 'fine-rules', 'penalty-policy', 'referral-signs'].map((t) => `${t}.yaml`);
const A101 = 'provisions/nd15-2020-101-1-a.yaml';
const A95 = 'provisions/nd174-2026-95-1-a.yaml';
const TODAY = 'authorities/2026-07-01.yaml';

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

  // what is wrong; table; what stands there; what shall; the line that is told, and how far below that text; the sentence
  test.each<[string, string, string, string, string | [string, number], string]>([
    [
      'a frame whose lowest amount is above its highest',
      A101,
      'organisation: { min: 10000000, max: 20000000 }',
      'organisation: { min: 30000000, max: 20000000 }',
      'organisation: {',
      'the lowest amount is above the highest',
    ],
    [
      'an individual’s frame that is not half',
      A101,
      'individual: { min: 5000000, max: 10000000 }',
      'individual: { min: 5000000, max: 20000000 }',
      'individual: {',
      'for an individual it must be 20000000 / 2, not 20000000',
    ],
    [
      'an amount that is no whole number',
      A101,
      'min: 5000000',
      'min: 5000000.5',
      'individual: {',
      'frame.individual.min must be a whole number of 1 or more',
    ],
    [
      'a point that no decree has',
      A101,
      'point: a',
      'point: f',
      'point: f',
      'f is no point of a decree: they are a b c d đ e g h i k l m n o p q r s t u v x y',
    ],
    [
      'a file with another name',
      A101,
      'clause: 1',
      'clause: 2',
      'article:',
      'this provision belongs into a file named nd15-2020-101-2-a.yaml',
    ],
    [
      'an unknown decree',
      A101,
      'decree: ND15-2020',
      'decree: ND15-2019',
      'decree:',
      'decree is one of ND174-2013, ND15-2020, ND174-2026, not "ND15-2019"',
    ],
    ['an unknown act', A101, 'act_type: false-info-social', 'act_type: false-info', 'act_type:', 'act_type is one of'],
    [
      'an unknown remedy',
      A101,
      'remedies: [forced-removal]',
      'remedies: [forced-removal, public-apology]',
      'remedies:',
      'remedies.1 is one of forced-removal',
    ],
    ['a provision without a source', A101, 'source: [{', 'sources: [{', 'sources:', 'there is no sources here'],
    [
      'a source that nobody can look up',
      A95,
      "where: 'Điều 4 và điểm a khoản 1, điểm a khoản 3 Điều 95'",
      "where: ' '",
      'source:',
      'a source says where',
    ],
    [
      'a confidence that is not one of three',
      A101,
      'confidence: high',
      'confidence: sure',
      'confidence: sure',
      'confidence is one of high, medium, low, not "sure"',
    ],
    [
      'a doubt without its reason',
      A101,
      'field_confidence: { additional: medium }',
      'field_confidence: { remedies: low }',
      'field_confidence:',
      'remedies is not sure: notes.remedies must say why',
    ],
    ['a key that nobody reads', A101, 'explain: false', 'explain: false\nlimit: 3', 'limit: 3', 'there is no limit here'],
    [
      'a day that the calendar does not have',
      A101,
      'to: 2026-06-30',
      'to: 2026-06-31',
      'in_force:',
      'to must be a day (yyyy-mm-dd), or be left out while it holds',
    ],
    [
      'a right to explain that does not follow from the frame',
      A101,
      'explain: false',
      'explain: true',
      'explain:',
      'the right to explain does not follow from the frame',
    ],
    [
      'a confirmation without its document',
      A101,
      'confidence: high',
      'confidence: high\nconfirmed: { by: Pháp chế, on: 2026-11-25 }',
      'confirmed:',
      'a confirmation says by whom, on which day and in which document',
    ],
    [
      'a provision that outlives its decree',
      A101,
      'to: 2026-06-30',
      'to: 2026-07-31',
      'in_force:',
      'it is in force on days on which ND15-2020 is not',
    ],
    [
      'a limit of a title that is not half',
      TODAY,
      'limit: { organisation: 160000000, individual: 80000000 }',
      'limit: { organisation: 160000000, individual: 160000000 }',
      'limit: { organisation: 160000000, individual: 160000000 }',
      'for an individual it must be 160000000 / 2, not 160000000',
    ],
    [
      'a title that stands twice',
      TODAY,
      'key: commune-chair',
      'key: department-director',
      ['Chủ tịch Ủy ban nhân dân cấp xã', -1],
      'department-director stands further up',
    ],
    [
      'a table of signers that names nobody and is sure of it',
      'authorities/2022-01-01.yaml',
      'confidence: low',
      'confidence: high',
      'titles:',
      'a table that names no title can only be of low confidence',
    ],
    [
      'an unknown sanction of a title',
      TODAY,
      'additional: [licence-suspension,',
      'additional: [prison,',
      'additional: [prison',
      'titles.0.additional.0 is one of',
    ],
    [
      'an aggravating circumstance under a letter that the law does not have',
      'circumstances.yaml',
      '  k: {',
      '  j: {',
      '  j: {',
      'aggravating.j is one of',
    ],
    [
      'a policy point beyond the middle',
      'penalty-policy.yaml',
      'denominator: 4',
      'denominator: 2',
      'part:',
      'the part must be less than a half',
    ],
    [
      'a policy point that gives fractions of a dong',
      'penalty-policy.yaml',
      'denominator: 4',
      'denominator: 7',
      'part:',
      'with 1/7 the frame',
    ],
    ['ages of minors that do not rise', 'fine-rules.yaml', 'fined_from: 16', 'fined_from: 12', 'minors: {', 'the ages of minors must rise'],
    [
      'an act that may also be one that nobody knows',
      'act-types.yaml',
      'beside: [panic-fabrication,',
      'beside: [panic,',
      ['false-info-social:', 1],
      'false-info-social.beside.0 is one of',
    ],
    [
      'an act without its English name',
      'act-types.yaml',
      'en: False information on a social network',
      "en: ''",
      ['false-info-social:', 1],
      'false-info-social needs a text in vi and en',
    ],
  ])('%s', (_, name, from, to, place, says) => {
    const [at, offset] = typeof place === 'string' ? [place, 0] : place;
    const said = refusal(name, from, to);
    expect(said).toContain(says);
    const line = lineOf(name, at) + offset;
    expect(said.split('\n').find((l) => l.includes(says))).toContain(`${join(root, name)}:${line}: `);
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
