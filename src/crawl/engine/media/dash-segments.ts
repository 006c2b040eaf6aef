import { LONGEST, resolved, Unplayable, type Piece } from './stream.js';
import { childOf, childrenOf, type Element } from './xml.js';

/** Seconds since 1970, and how far back a stream that goes on reaches. */
export interface Moment {
  now: number;
  back: number;
}
interface Run {
  start: number | null;
  length: number;
  again: number;
}
/** How the segments of a representation are named; what a period says holds for what is in it. */
export interface Addressing {
  base: string;
  knownBy: string[];
  initialisation: { url: string; range: [number, number] | null } | null;
  /** read only of the rendition that is kept */
  list: Element | null;
  template: string | null;
  fill: Record<string, string>;
  timescale: number;
  length: number | null;
  startNumber: number;
  timeline: Element | null;
}
interface Span {
  seconds: number | null;
  startsAt: number;
}

export function addressingOf(levels: Element[], base: string, id: string, bandwidth: string): Addressing {
  const fill = { RepresentationID: id, Bandwidth: bandwidth };
  const says = ['SegmentTemplate', 'SegmentList', 'SegmentBase'].flatMap((name) => levels.flatMap((level) => childOf(level, name) ?? []));
  const said = (name: string): string | undefined => says.findLast((e) => e.attributes[name] !== undefined)?.attributes[name];
  const below = (name: string): Element | undefined =>
    childOf(
      says.findLast((e) => childOf(e, name)),
      name,
    );
  const begins = said('initialization');
  const initial = below('Initialization')?.attributes;
  const ofTemplate = begins === undefined ? null : { url: resolved(filled(begins, fill), base), range: null };
  const list = says.findLast((e) => e.name === 'SegmentList') ?? null;
  return {
    base,
    fill,
    template: said('media') ?? null,
    initialisation:
      ofTemplate ?? (initial && list ? { url: resolved(initial.sourceURL ?? '', base), range: rangeOf(initial.range) } : null),
    list,
    timescale: Number(said('timescale')) || 1,
    length: Number(said('duration')) || null,
    startNumber: Number(said('startNumber') ?? 1) || 0,
    timeline: below('SegmentTimeline') ?? null,
    knownBy: [ofTemplate?.url ?? base],
  };
}

/** What is asked for, `most` at most, and how many there are. Without a template or a list it is one file, and its index lies in it. */
export function piecesOf(a: Addressing, span: Span, moment: Moment | null, most: number): { pieces: Piece[]; count: number } {
  const listed = a.list ? childrenOf(a.list, 'SegmentURL') : [];
  const { segments, count } =
    a.template !== null ? ofTemplate(a, a.template, span, moment, most) : listed.length > 0 ? ofList(a, listed, most) : ofFile(a, span);
  const init: Piece[] = a.initialisation && segments.length > 0 ? [{ ...a.initialisation, key: null, role: 'init', seconds: null }] : [];
  return { pieces: [...init, ...segments], count };
}
const segment = (url: string, range: [number, number] | null, seconds: number | null): Piece => ({
  url,
  range,
  key: null,
  role: 'segment',
  seconds,
});

function ofFile({ base }: Addressing, { seconds }: Span): { segments: Piece[]; count: number } {
  return { segments: [segment(base, null, seconds)], count: 1 };
}

function ofList({ base, length, timescale }: Addressing, listed: Element[], most: number): { segments: Piece[]; count: number } {
  const seconds = length === null ? null : length / timescale;
  const segments = listed
    .slice(0, Math.max(0, most))
    .map(({ attributes: s }) => segment(resolved(s.media ?? '', base), rangeOf(s.mediaRange), seconds));
  return { segments, count: listed.length };
}

function ofTemplate(
  a: Addressing,
  template: string,
  span: Span,
  moment: Moment | null,
  most: number,
): { segments: Piece[]; count: number } {
  const named = (number: number, time: number, length: number): Piece =>
    segment(resolved(filled(template, a.fill, number, time), a.base), null, length / a.timescale);
  const segments: Piece[] = [];
  if (a.timeline) {
    let [time, number, count] = [0, a.startNumber, 0];
    const end = span.seconds === null ? null : span.seconds * a.timescale;
    const runs = childrenOf(a.timeline, 'S').map(runOf);
    for (const [i, run] of runs.entries()) {
      time = run.start ?? time;
      const until = runs[i + 1]?.start ?? end;
      const times = run.again >= 0 ? run.again + 1 : until === null ? 1 : Math.max(1, Math.ceil((until - time) / run.length));
      for (let n = 0; n < times && segments.length < most; n++) segments.push(named(number + n, time + n * run.length, run.length));
      [time, number, count] = [time + times * run.length, number + times, count + times];
    }
    return { segments, count };
  }
  if (a.length === null) return { segments: [], count: 0 };
  const each = a.length / a.timescale;
  const gone = moment ? Math.max(0, moment.now - span.startsAt) : (span.seconds ?? each);
  const count = moment ? Math.floor(gone / each) : Math.ceil(gone / each - 1e-6);
  const first = moment ? Math.max(0, count - Math.min(most, Math.max(1, Math.floor(moment.back / each)))) : 0;
  for (let n = first; n < count && segments.length < most; n++) segments.push(named(a.startNumber + n, n * a.length, a.length));
  return { segments, count: moment ? segments.length : count };
}

/** `$Number%05d$` and its like; two dollars are one. */
export function filled(template: string, fill: Record<string, string>, number = 0, time = 0): string {
  const values: Record<string, string> = { ...fill, Number: String(number), Time: String(time) };
  if ([template, ...Object.values(fill)].some((part) => part.length > LONGEST))
    throw new Unplayable('a list names an address that is too long');
  return template.replace(/\$(?:(RepresentationID|Bandwidth|Number|Time)(?:%0(\d{1,2})d)?)?\$/g, (_, name?: string, width?: string) =>
    name === undefined ? '$' : values[name].padStart(Number(width ?? 0), '0'),
  );
}

function runOf({ attributes: s }: Element): Run {
  return { start: s.t === undefined ? null : Number(s.t) || 0, length: Math.max(1, Number(s.d) || 1), again: Number(s.r) || 0 };
}
function rangeOf(said: string | undefined): [number, number] | null {
  const [, first, last] = /^(\d{1,15})-(\d{1,15})$/.exec(said ?? '') ?? [];
  return first === undefined || Number(last) < Number(first) ? null : [Number(first), Number(last)];
}
