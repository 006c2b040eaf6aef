import { join, normalize } from 'node:path/posix';
import { parse, type Parsed, type SourceText } from './parsed.js';

/** One breach; `rule` is the number in the list of six. */
export interface Breach {
  rule: 1 | 2 | 3 | 4 | 5 | 6;
  path: string;
  line: number;
  says: string;
}

export const ROOMS = ['intake', 'crawl', 'classify', 'cases', 'enforcement', 'publication', 'retention', 'office'];
/** Programs and composition roots: they put rooms together, and no room knows them. */
const PROGRAMS = [/^src\/(demo|cli|processes)\//, /^src\/crawl\/engine\//, /^src\/app\.module\.ts$/];
const ROLE = /\.(module|controller|use-case|handler|entity|dto|repository|view|adapter|guard|page)\.tsx?$/;
/** Declarations, wiring and data: they hold no rule. */
const PLAIN = /(^|\/)(events|problems|index)\.ts$|-table\.ts$/;
/** What a rule may call that is not the project's own: it computes from its arguments and reaches nothing. */
const PURE_PACKAGES: Record<string, string[]> = {
  'node:crypto': ['createHash', 'createHmac', 'timingSafeEqual'],
  natural: ['*'],
  stemmer: ['stemmer'],
  'file-type': ['fileTypeFromBuffer'],
  'ipaddr.js': ['*'],
  'csv-parse/sync': ['parse', 'CsvError'],
};
const PURE_CORE =
  /^src\/core\/(clock\/office-day|problem\/(problem|invalid)|flow\/flow|events\/(canonical|seal)|text\/[\w-]+|address\/[\w-]+|documents\/blanks)\.ts$/;
const WAYS_OUT = /^(fetch|setTimeout|setInterval)$|^process\./;
const SPEAKS_SQL =
  /(^|\.)(tx|db|source|manager|client|pool|queryRunner)\.(query|once)$|\.(createQueryBuilder|getRepository)$|^Inject(Repository|DataSource)$/;
const MANAGER_WRITES = /^(tx|manager|this\.db|db)\.(save|insert|update|delete|remove|upsert|softDelete|increment|decrement)$/;
const SQL = /\b(SELECT\s|INSERT\s+INTO\s|DELETE\s+FROM\s|UPDATE\s+[a-z_]+(\.[a-z_]+)?\s+|TRUNCATE\s|(FROM|JOIN)\s+[a-z_]+\.[a-z_]+)/;
const WRITE =
  /\b(?:INSERT\s+INTO|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?|MERGE\s+INTO|(?<!FOR\s|FOR NO KEY\s|DO\s)UPDATE)\s+(?:ONLY\s+)?"?([a-z_]+)"?(?:\."?([a-z_]+)"?)?/g;
const NAMED = new RegExp(String.raw`(?<![\w.])"?(${ROOMS.join('|')})"?\.(?=[a-z_"])`, 'g');

const roomOf = (path: string): string | null => /^src\/([\w-]+)\//.exec(path)?.[1] ?? null;
const isProgram = (path: string): boolean => PROGRAMS.some((p) => p.test(path));
const isRoom = (name: string | null): name is string => name !== null && ROOMS.includes(name);
const mayKnow = (room: string, other: string): boolean =>
  other === 'core' || (isRoom(other) && ROOMS.indexOf(other) <= ROOMS.indexOf(room));
const target = (path: string, from: string): string | null =>
  from.startsWith('.') ? normalize(join(path, '..', from)).replace(/\.js$/, '.ts') : null;

const known = new WeakMap<SourceText, Parsed>();
function read(source: SourceText): Parsed {
  const parsed = known.get(source) ?? parse(source);
  known.set(source, parsed);
  return parsed;
}

/** Holds a tree of sources against the six rules of the house; the order of rooms is the way data flows. */
export function breaches(sources: SourceText[]): Breach[] {
  const files = sources.filter((s) => !/\.spec\.tsx?$/.test(s.path)).map(read);
  const owners = new Map(files.flatMap((f) => f.declares.map((event) => [event, roomOf(f.path) ?? 'core'] as const)));
  return files.flatMap((file) => {
    if (file.path.startsWith('migrations/')) return historyFaults(file);
    const room = roomOf(file.path);
    if (room === 'core')
      return importsOf(file)
        .filter((i) => isRoom(roomOf(i.to)))
        .map((i) => at(file, 1, i.line, `core imports the room ${roomOf(i.to)}`));
    if (!isRoom(room) || isProgram(file.path)) return [];
    return [
      ...importFaults(file, room),
      ...eventFaults(file, room, owners),
      ...schemaFaults(file, room),
      ...ruleFaults(file),
      ...sqlFaults(file),
    ];
  });
}

const at = (file: Parsed, rule: Breach['rule'], line: number, says: string): Breach => ({ rule, path: file.path, line, says });
const importsOf = (file: Parsed) =>
  file.imports.flatMap((i) => {
    const to = target(file.path, i.from);
    return to ? [{ ...i, to }] : [];
  });

/** 1: a room imports core and rooms to its left, those by their door only. */
function importFaults(file: Parsed, room: string): Breach[] {
  return importsOf(file).flatMap((i) => {
    const other = roomOf(i.to);
    if (other === room && !isProgram(i.to)) return [];
    if (other === 'core') return [];
    if (isProgram(i.to))
      return i.typeOnly || i.to === `src/${room}/engine/index.ts` ? [] : [at(file, 1, i.line, `a room imports the program ${i.to}`)];
    if (!isRoom(other)) return [at(file, 1, i.line, `${i.from} lies outside the rooms`)];
    if (!mayKnow(room, other)) return [at(file, 1, i.line, `${room} imports ${other}, which stands to its right`)];
    return i.to === `src/${other}/index.ts` ? [] : [at(file, 1, i.line, `${room} enters ${other} past its door index.ts`)];
  });
}

/** 2: it listens to what happens in itself, in core and to its left. */
function eventFaults(file: Parsed, room: string, owners: Map<string, string>): Breach[] {
  return file.listens.flatMap(({ text, line }) => {
    const owner = owners.get(text);
    if (!owner) return [at(file, 2, line, `no room declares the event ${text}`)];
    return mayKnow(room, owner) ? [] : [at(file, 2, line, `${room} listens to ${text} of ${owner}, which stands to its right`)];
  });
}

/** 3: it reads schemas leftward and writes its own; views and the office write nothing. */
function schemaFaults(file: Parsed, room: string): Breach[] {
  const reader = room === 'office' || /\.view\.ts$/.test(file.path);
  const named = file.literals
    .filter((l) => SQL.test(l.text))
    .flatMap((l) => [...l.text.matchAll(NAMED)].map((m) => ({ schema: m[1], line: l.line })));
  const read = [...named, ...file.schemas.map((s) => ({ schema: s.text, line: s.line }))]
    .filter(({ schema }) => !mayKnow(room, schema))
    .map(({ schema, line }) => at(file, 3, line, `${room} reads the schema ${schema || '(none named)'}`));
  const written = file.literals
    .flatMap((l) =>
      [...l.text.matchAll(WRITE)].filter((m) => SQL.test(l.text) && m[1] !== 'set').map((m) => ({ schema: m[1], line: l.line })),
    )
    .filter(({ schema }) => reader || schema !== room)
    .map(({ schema, line }) => at(file, 3, line, reader ? `what only reads writes ${schema}` : `${room} writes the schema ${schema}`));
  const saved = reader
    ? file.calls.filter((c) => MANAGER_WRITES.test(c.text)).map((c) => at(file, 3, c.line, `what only reads calls ${c.text}`))
    : [];
  return [...read, ...written, ...saved];
}

/** 4: a file without a role suffix holds rules: no framework, no way out. Types may come from anywhere. */
function ruleFaults(file: Parsed): Breach[] {
  if (ROLE.test(file.path) || PLAIN.test(file.path)) return [];
  const imported = file.imports
    .filter((i) => !i.typeOnly)
    .flatMap((i) => {
      const to = target(file.path, i.from);
      if (!to)
        return PURE_PACKAGES[i.from] && i.names.every((n) => PURE_PACKAGES[i.from].includes('*') || PURE_PACKAGES[i.from].includes(n))
          ? []
          : [at(file, 4, i.line, `a rule imports ${i.from} {${i.names.join(', ')}}`)];
      if (roomOf(to) === 'core')
        return PURE_CORE.test(to) || /\/core\/pages\/texts\.ts$/.test(to) ? [] : [at(file, 4, i.line, `a rule imports ${to}`)];
      return ROLE.test(to) || /(^|\/)index\.ts$/.test(to) ? [at(file, 4, i.line, `a rule imports ${to}`)] : [];
    });
  return [
    ...imported,
    ...file.calls.filter((c) => WAYS_OUT.test(c.text)).map((c) => at(file, 4, c.line, `a rule reaches out by ${c.text}`)),
  ];
}

/** 5: migrations are history. */
function historyFaults(file: Parsed): Breach[] {
  return importsOf(file)
    .filter((i) => i.to.startsWith('src/'))
    .map((i) => at(file, 5, i.line, `a migration imports ${i.to}`));
}

/** 6: only repositories and views speak SQL or TypeORM; entities carry its decorators. */
function sqlFaults(file: Parsed): Breach[] {
  if (/\.(repository|view)\.ts$/.test(file.path)) return [];
  const imported = file.imports
    .filter(
      (i) => !i.typeOnly && /^(typeorm|pg|@nestjs\/typeorm)$/.test(i.from) && !(i.from === 'typeorm' && /\.entity\.ts$/.test(file.path)),
    )
    .map((i) => at(file, 6, i.line, `it imports ${i.from}`));
  const spoken = file.literals.filter((l) => SQL.test(l.text)).map((l) => at(file, 6, l.line, 'it speaks SQL'));
  return [
    ...imported,
    ...spoken,
    ...file.calls.filter((c) => SPEAKS_SQL.test(c.text)).map((c) => at(file, 6, c.line, `it calls ${c.text}`)),
  ];
}
