const TIME = String.raw`(?:\d{1,4}:)?\d{1,2}:\d{2}\.\d{3}`;
const TIMES = new RegExp(`^(${TIME})[ \\t]{1,9}-->[ \\t]{1,9}(${TIME})(.{0,300})$`);
const MAP = /^X-TIMESTAMP-MAP=(.{1,100})$/m;
const MOST_CUES = 20_000;

export interface Cue {
  from: number;
  to: number;
  settings: string;
  text: string;
}

/** One WebVTT file of those that a stream brings in pieces, on one clock, each cue once. */
export function joinVtt(pieces: string[]): string {
  const cues = new Map<string, Cue>();
  let first: number | null = null;
  for (const piece of pieces) {
    const offset = offsetOf(piece);
    first ??= offset;
    for (const cue of cuesOf(piece)) {
      const shift = (offset ?? 0) - (first ?? 0);
      const moved = { ...cue, from: cue.from + shift, to: cue.to + shift };
      cues.set(`${moved.from.toFixed(3)} ${moved.to.toFixed(3)} ${moved.text}`, moved);
      if (cues.size >= MOST_CUES) break;
    }
  }
  const inOrder = [...cues.values()].sort((a, b) => a.from - b.from);
  return `WEBVTT\n${inOrder.map((c) => `\n${clock(c.from)} --> ${clock(c.to)}${c.settings}\n${c.text}\n`).join('')}`;
}

export function cuesOf(vtt: string): Cue[] {
  const lines = vtt.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const cues: Cue[] = [];
  for (let i = 0; i < lines.length && cues.length < MOST_CUES; i++) {
    const [, from, to, settings] = TIMES.exec(lines[i]) ?? [];
    if (from === undefined) continue;
    const text: string[] = [];
    while (i + 1 < lines.length && lines[i + 1] !== '') text.push(lines[++i]);
    cues.push({ from: secondsOf(from), to: secondsOf(to), settings: settings.trimEnd(), text: text.join('\n') });
  }
  return cues;
}

/** What is said, without times and marks, no line twice in a row. */
export function wordsOf(vtt: string): string {
  const lines = cuesOf(vtt).flatMap((c) => c.text.split('\n'));
  const said = lines.map((line) =>
    line
      .replace(/<[^<>]{0,200}>/g, '')
      .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, e: string) => MARKS[e])
      .trim(),
  );
  return said.filter((line, i) => line !== '' && line !== said[i - 1]).join('\n');
}
const MARKS: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

/** By how much a piece's own clock is ahead of the film's. */
function offsetOf(piece: string): number | null {
  const said = MAP.exec(piece.slice(0, 2_000))?.[1] ?? '';
  const [, ticks] = /MPEGTS:(\d{1,13})/.exec(said) ?? [];
  const [, local] = new RegExp(`LOCAL:(${TIME})`).exec(said) ?? [];
  return ticks === undefined || local === undefined ? null : Number(ticks) / 90_000 - secondsOf(local);
}

function secondsOf(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
function clock(seconds: number): string {
  const ms = Math.max(0, Math.round(seconds * 1_000));
  const two = (n: number, width = 2): string => String(Math.floor(n)).padStart(width, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1_000) % 60)}.${two(ms % 1_000, 3)}`;
}
