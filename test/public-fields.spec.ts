import { expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';

const ROOT = join(import.meta.dirname, '..');
interface Listed {
  is: string;
  of?: string[];
  or?: string[];
}
const table = parse(readFileSync(join(ROOT, 'config', 'statistics.yaml'), 'utf8')) as {
  public_fields: Record<string, Listed>;
  figures: Record<string, { event: string; by?: string[]; when?: object; sum?: string; median?: string }>;
  acts: Record<string, { opens: { event: string }; moves: { event: string }[] }>;
};
const dictionary = parse(readFileSync(join(ROOT, 'config', 'open-data.yaml'), 'utf8')) as Record<string, Record<string, object>>;

/** Fields of the public part of every declared event, by the compiler's own reading. */
function declared(extra = ''): Map<string, Map<string, string>> {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((f) => /(^|\/)(events|event)\.ts$/.test(f))
    .map((f) => join(ROOT, 'src', f));
  const probe = join(ROOT, 'src', 'probe-of-events.ts');
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const text = `import type { Events } from './core/events/event.js';\n${extra}\nexport type All = Events;`;
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) =>
    name === probe ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) : getSourceFile(name, ...rest);
  host.fileExists = (name) => name === probe || fileExists(name);
  const program = ts.createProgram([...files, probe], options, host);
  const checker = program.getTypeChecker();
  const all = program.getSourceFile(probe)!.statements.find(ts.isTypeAliasDeclaration)!;
  const events = checker.getTypeAtLocation(all).getProperties();
  return new Map(
    events.map((event) => {
      const shape = checker.getTypeOfSymbol(event);
      const open = checker.getTypeOfSymbol(shape.getProperty('public')!);
      return [event.name, new Map(open.getProperties().map((p) => [p.name, checker.typeToString(checker.getTypeOfSymbol(p))]))];
    }),
  );
}
const unlisted = (events: Map<string, Map<string, string>>): string[] =>
  [...events].flatMap(([type, fields]) =>
    [...fields.keys()].filter((field) => !table.public_fields[field]).map((field) => `${type} holds ${field}`),
  );

const events = declared();

test('every public part of every declared event holds listed fields only', () => {
  expect(events.size).toBeGreaterThan(60);
  expect(unlisted(events)).toEqual([]);
});
test('an event whose public part holds another field is found', () => {
  const planted = `declare module './core/events/event.js' { interface Events { 'case.leaked': { v: 1; public: { name: string; platform: string }; office: {} } } }`;
  expect(unlisted(declared(planted))).toEqual(['case.leaked holds name']);
});
test('every listed field is used, and stands in the data dictionary', () => {
  const used = new Set([...events.values()].flatMap((fields) => [...fields.keys()]));
  for (const field of Object.keys(table.public_fields))
    expect([field, used.has(field), field in dictionary.log]).toEqual([field, true, true]);
});
test('every figure counts an event that is declared, by fields that its public part has', () => {
  for (const [name, { event, by = [], when = {}, sum, median }] of Object.entries(table.figures)) {
    const fields = [...by, ...Object.keys(when), ...[sum, median].flatMap((f) => f ?? [])];
    expect([name, events.has(event), fields.filter((field) => !events.get(event)?.has(field))]).toEqual([name, true, []]);
  }
  for (const { opens, moves } of Object.values(table.acts))
    for (const { event } of [opens, ...moves]) expect([event, events.get(event)?.has('act')]).toEqual([event, true]);
});
test('a word comes out of tables: it is declared as a choice, or validated where it comes in', () => {
  const open = [...events].flatMap(([type, fields]) =>
    [...fields].filter(([, is]) => /\bstring\b/.test(is)).map(([field]) => [type, field] as const),
  );
  const words = new Set(open.map(([, field]) => field));
  expect([...words].sort()).toEqual([
    'act',
    'basis',
    'item',
    'judgement',
    'observation',
    'offence',
    'outcome',
    'platform',
    'provision',
    'strength',
    'topic',
    'way',
  ]);
});
