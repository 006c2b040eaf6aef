import { describe, expect, test } from '@jest/globals';
import { breaches, type Breach } from './boundaries/rules.js';
import { realTree } from './boundaries/tree.js';

const tree = realTree();
/** What a file at this path, with this text, breaks in the real tree. */
const planted = (path: string, text: string): Pick<Breach, 'rule' | 'says'>[] =>
  breaches([...tree.filter((f) => f.path !== path), { path, text }])
    .filter((b) => b.path === path)
    .map(({ rule, says }) => ({ rule, says }));

describe('the six rules of the house', () => {
  test('the real tree breaks none of them', () => {
    expect(breaches(tree)).toEqual([]);
    expect(tree.length).toBeGreaterThan(250);
  });

  describe('rule 1: a room knows itself, core and what stands to its left', () => {
    test('an import to the right is found', () => {
      expect(planted('src/intake/look.use-case.ts', `import { Cases } from '../cases/index.js'; Cases;`)).toEqual([
        { rule: 1, says: 'intake imports cases, which stands to its right' },
      ]);
    });
    test('an import to the right is found also where it only names a type, or is made at run time', () => {
      expect(
        planted('src/crawl/look.use-case.ts', `import type { Judgement } from '../classify/index.js'; export type X = Judgement;`),
      ).toHaveLength(1);
      expect(planted('src/crawl/look.use-case.ts', `export const x = () => import('../classify/index.js');`)).toHaveLength(1);
      expect(planted('src/crawl/look.use-case.ts', `export { Judgements } from '../classify/index.js';`)).toHaveLength(1);
    });
    test('a way past the door is found', () => {
      expect(planted('src/cases/look.use-case.ts', `import { x } from '../intake/posts.repository.js'; x;`)).toEqual([
        { rule: 1, says: 'cases enters intake past its door index.ts' },
      ]);
    });
    test('core that imports a room is found', () => {
      expect(planted('src/core/look.ts', `import { Cases } from '../cases/index.js'; Cases;`)).toEqual([
        { rule: 1, says: 'core imports the room cases' },
      ]);
    });
    test('a room that imports a program is found', () => {
      expect(planted('src/cases/look.use-case.ts', `import { x } from '../demo/seed/main.js'; x;`)).toHaveLength(1);
      expect(planted('src/cases/look.use-case.ts', `import { x } from '../app.module.js'; x;`)).toHaveLength(1);
    });
    test('an import to the left by the door is right', () => {
      expect(
        planted(
          'src/cases/look.use-case.ts',
          `import { PostsDoor } from '../intake/index.js'; import { Db } from '../core/database/db.js'; PostsDoor; Db;`,
        ),
      ).toEqual([]);
    });
  });

  describe('rule 2: a room reacts to what happens in itself and to its left', () => {
    test('an ear to the right is found', () => {
      expect(planted('src/crawl/look.handler.ts', `@On('case.opened') export class Look {}`)).toEqual([
        { rule: 2, says: 'crawl listens to case.opened of cases, which stands to its right' },
      ]);
    });
    test('an event that nobody declares is found', () => {
      expect(planted('src/office/look.handler.ts', `@On('case.openned') export class Look {}`)).toEqual([
        { rule: 2, says: 'no room declares the event case.openned' },
      ]);
    });
    test('an ear to the left is right', () => {
      expect(planted('src/enforcement/look.handler.ts', `@On('case.opened', { lane: 'quick' }) export class Look {}`)).toEqual([]);
    });
  });

  describe('rule 3: a room writes its own schema and reads leftward; views and the office write nothing', () => {
    const repository = (sql: string) => `export class R { async x(tx) { await tx.query(\`${sql}\`); } }`;
    test('a read to the right is found', () => {
      expect(planted('src/intake/look.repository.ts', repository('SELECT 1 FROM intake.posts p JOIN cases.cases c ON true'))).toEqual([
        { rule: 3, says: 'intake reads the schema cases' },
      ]);
      expect(planted('src/intake/look.entity.ts', `@Entity({ schema: 'cases', name: 'cases' }) export class C {}`)).toHaveLength(1);
    });
    test('a write into another schema is found, leftward too', () => {
      for (const sql of [
        'UPDATE intake.posts SET merged_into = NULL',
        'INSERT INTO intake.posts (id) VALUES (1)',
        'DELETE FROM intake.posts',
        'TRUNCATE intake.posts',
        'UPDATE core.events SET type = 1',
      ]) {
        expect([sql, planted('src/cases/look.repository.ts', repository(sql)).map((b) => b.rule)]).toEqual([sql, [3]]);
      }
    });
    test('a view that writes is found, and so is the office', () => {
      expect(planted('src/cases/look.view.ts', repository('UPDATE cases.cases SET state = 1'))).toHaveLength(1);
      expect(planted('src/cases/look.view.ts', 'export class V { x(tx) { return tx.save({}); } }')).toHaveLength(1);
      expect(planted('src/office/look.repository.ts', repository('INSERT INTO office.notes (id) VALUES (1)'))).toHaveLength(1);
    });
    test('a lock and an upsert in the own schema are right', () => {
      expect(planted('src/cases/look.repository.ts', repository('SELECT id FROM cases.cases FOR UPDATE'))).toEqual([]);
      expect(
        planted(
          'src/cases/look.repository.ts',
          repository('INSERT INTO cases.cases (id) SELECT id FROM intake.posts ON CONFLICT DO UPDATE SET id = 1'),
        ),
      ).toEqual([]);
    });
  });

  describe('rule 4: a file without a role suffix holds rules', () => {
    test('a framework in a rule is found', () => {
      expect(planted('src/cases/penalty.ts', `import { Injectable } from '@nestjs/common'; Injectable;`)).toEqual([
        { rule: 4, says: 'a rule imports @nestjs/common {Injectable}' },
      ]);
    });
    test('a file, a network, a clock that waits, and the environment in a rule are found', () => {
      for (const text of [
        `import { readFileSync } from 'node:fs'; readFileSync;`,
        `import { randomUUID } from 'node:crypto'; randomUUID;`,
        `export const x = () => fetch('http://x');`,
        `export const x = process.env.SECRET;`,
        `export const x = () => setTimeout(() => 1, 1);`,
        `import { Db } from '../core/database/db.js'; Db;`,
        `import { R } from './case.repository.js'; R;`,
      ]) {
        expect([text, planted('src/cases/penalty.ts', text).map((b) => b.rule)]).toEqual([text, [4]]);
      }
    });
    test('types from anywhere, other rules and a hash are right', () => {
      expect(
        planted(
          'src/cases/penalty.ts',
          `import type { Db } from '../core/database/db.js'; import { createHash } from 'node:crypto'; import { caseFlow } from './case.flow.js'; createHash; caseFlow; export type X = Db;`,
        ),
      ).toEqual([]);
    });
  });

  test('rule 5: a migration that imports today’s code is found', () => {
    expect(planted('migrations/1764000000999-later.ts', `import { JUDGEMENTS } from '../src/classify/judgement.js'; JUDGEMENTS;`)).toEqual([
      { rule: 5, says: 'a migration imports src/classify/judgement.ts' },
    ]);
  });

  test('rule 6: SQL or TypeORM outside repositories, views and entities is found', () => {
    for (const text of [
      `import { In } from 'typeorm'; In;`,
      `import pg from 'pg'; pg;`,
      `export const x = 'SELECT 1';`,
      `export const x = (tx) => tx.query(y);`,
      `export const x = (tx) => tx.getRepository(Case);`,
    ]) {
      expect([text, planted('src/cases/look.use-case.ts', text).map((b) => b.rule)]).toEqual([text, [6]]);
    }
    expect(
      planted('src/cases/look.entity.ts', `import { Column } from 'typeorm'; @Entity({ schema: 'cases' }) export class C { @Column() x; }`),
    ).toEqual([]);
  });
});
