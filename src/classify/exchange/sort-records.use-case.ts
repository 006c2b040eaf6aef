import { Injectable } from '@nestjs/common';
import { setImmediate as others } from 'node:timers/promises';
import { isUUID } from 'class-validator';
import { FormPipe } from '../../core/http/form-pipe.js';
import type { FieldFault } from '../../core/problem/invalid.js';
import { Problem } from '../../core/problem/problem.js';
import { ClaimDto } from '../claim.dto.js';
import { claimFaults, MOST_LISTED, type ClaimContent, type Harm } from '../claim.js';
import { KnownClaims } from '../known-claims.repository.js';
import { match, type Match } from '../matching/match.js';
import type { ImportCounts, ImportLine } from './exchange-answers.js';
import { exchangeTable } from './exchange-table.js';
import { ImportRepository, type Asked } from './import.repository.js';
import { contentOf, type ReadRecord } from './record.js';

export interface Defaults {
  topic?: string;
  harm?: Harm;
  licence?: string;
}
/** A record that was looked at, with its content where it is whole. */
export interface Sorted {
  line: ImportLine;
  content: ClaimContent | null;
}
/** so long the house may think of nothing else */
const TURN_MS = 20;
const OTHER = { topic: 'khac', harm: 'medium' } as const;
const form = new FormPipe();

/** Tells of each record whether it is new to the registry, like something in it, known already, or faulty. It writes nothing. */
@Injectable()
export class SortRecords {
  constructor(
    private readonly imports: ImportRepository,
    private readonly registry: KnownClaims,
  ) {}

  async run(records: ReadRecord[], defaults: Defaults): Promise<Sorted[]> {
    const checked: Sorted[] = [];
    const breath = breathing();
    for (const record of records) {
      checked.push(await checkedOf(record, defaults));
      await breath();
    }
    const whole = checked.filter(({ content }) => content !== null);
    const ids = new Map(records.map((r) => [r.place, r.id ?? null]));
    const known = await this.imports.known(whole.map((s, i) => askedOf(s, ids.get(s.line.place)!, i)));
    const said = new Map<string, Sorted[]>();
    whole.forEach((sorted, i) => {
      const { line, content } = sorted;
      const before = said.get(content!.wordings[0].text) ?? [];
      said.set(content!.wordings[0].text, [...before, sorted]);
      const twin = before.find((other) => other.content!.sources.some((s) => content!.sources.some((t) => t.url === s.url)));
      const claimId = known.get(i) ?? null;
      if (claimId || twin) Object.assign(line, { outcome: 'known', claimId, samePlace: twin && !claimId ? twin.line.place : null });
    });
    await this.liken(whole.filter(({ line }) => line.outcome === 'new'));
    return checked;
  }

  /** By the matcher, as a post would be. */
  private async liken(fresh: Sorted[]): Promise<void> {
    const { index, rules } = await this.registry.now();
    const options = { top: exchangeTable.similar_shown, floor: rules.score.thresholds.suggest };
    const breath = breathing();
    const like = new Map<ImportLine, Match[]>();
    for (const { line, content } of fresh) {
      const found = match({ text: content!.wordings[0].text, date: null }, index, rules, options);
      if (found.length > 0) like.set(line, found);
      await breath();
    }
    const texts = await this.imports.firstWordings([...new Set([...like.values()].flat().map((m) => m.versionId))]);
    for (const [line, found] of like) {
      const similar = found.map(({ claimId, versionId, score, strength }) => ({ claimId, text: texts.get(versionId)!, score, strength }));
      Object.assign(line, { outcome: 'similar', similar });
    }
  }
}

/** Other requests go on between. */
function breathing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN_MS) return;
    await others();
    since = performance.now();
  };
}

const askedOf = ({ content }: Sorted, id: string | null, place: number): Asked => ({
  place,
  id: id !== null && isUUID(id) ? id : null,
  said: content!.wordings[0].text,
  urls: content!.sources.map((s) => s.url),
});

/** Held to the form of the API, and to what a claim needs beyond its form. */
async function checkedOf(record: ReadRecord, defaults: Defaults): Promise<Sorted> {
  const line: ImportLine = {
    ...{ place: record.place, outcome: 'new', text: record.text ?? saidIn(record.content), claimId: null, samePlace: null, similar: [] },
    ...{ ratingUnclear: record.ratingUnclear ?? false, reason: record.reason ?? null, faults: [], lacks: [] },
  };
  const faulty = (more: Partial<ImportLine>): Sorted => ({ line: { ...line, outcome: 'faulty', ...more }, content: null });
  if (!record.content) return faulty({});
  const faults = tooLong(record.content);
  if (faults.length > 0) return faulty({ reason: 'form', faults });
  try {
    const dto = (await form.transform(filled(record.content, defaults), { type: 'body', metatype: ClaimDto })) as ClaimDto;
    const content = contentOf(JSON.parse(JSON.stringify(dto)) as ClaimContent);
    const lacks = claimFaults(content);
    return lacks.length > 0 ? faulty({ reason: 'incomplete', lacks }) : { line, content };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error;
    return faulty({ reason: 'form', faults: (error.details.errors ?? []) as FieldFault[] });
  }
}

/** What others published bears the licence that is told for all of it, where it says none itself. */
function filled(content: Record<string, unknown>, { licence, ...told }: Defaults): object {
  const sources: unknown = content.sources;
  const licensed = (source: unknown): unknown =>
    typeof source === 'object' && source !== null && 'publisher' in source && !('licence' in source) ? { ...source, licence } : source;
  const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  return { ...OTHER, ...given, ...content, ...(licence && Array.isArray(sources) ? { sources: sources.map(licensed) } : {}) };
}
/** Told before each entry is looked at: a list may be as long as the file. */
function tooLong(content: Record<string, unknown>): FieldFault[] {
  const long = ['wordings', 'sources'].filter((path) => Array.isArray(content[path]) && content[path].length > MOST_LISTED);
  return long.map((path) => ({ path, rule: 'arrayMaxSize', message: `${path} has too many entries`, max: MOST_LISTED }));
}
function saidIn(content: Record<string, unknown> | undefined): string | null {
  const [first] = Array.isArray(content?.wordings) ? (content.wordings as { text?: unknown }[]) : [];
  return typeof first?.text === 'string' ? first.text.slice(0, 200) : null;
}

export function countsOf(sorted: Sorted[]): ImportCounts {
  const counts = { new: 0, similar: 0, known: 0, faulty: 0 };
  for (const { line } of sorted) counts[line.outcome]++;
  return counts;
}
