import { closeSync, openSync, readSync } from 'node:fs';

/** What a piece of a stream is by its own bytes. */
export interface Fragment {
  /** it begins a track, and others need it */
  init: boolean;
  /** it plays without others */
  alone: boolean;
  holds: 'mp4' | 'webm' | 'ts' | 'unknown';
  kind: 'video' | 'audio';
  track: number;
  /** by its own clock, in the track's units */
  time: number | null;
}
const EBML = 0x1a45dfa3;
const CLUSTER = 0x1f43b675;
const CLUSTER_MARK = Buffer.from('1f43b675', 'hex');

/** By the first kilobytes; null: it is none. */
export function fragmentOf(head: Buffer): Fragment | null {
  if (head.length < 12) return null;
  if (head[0] === 0x47 && head.length > 376 && head[188] === 0x47 && head[376] === 0x47)
    return { init: false, alone: true, holds: 'ts', kind: 'video', track: 0, time: null };
  const mark = head.readUInt32BE(0);
  if (mark === EBML || mark === CLUSTER) return ofWebm(head, mark === EBML);
  const boxes = boxesOf(head, 0, head.length);
  const moov = boxes.find((b) => b.type === 'moov');
  const moof = boxes.find((b) => b.type === 'moof');
  const alone = moov !== undefined && boxes.some((b) => b.type === 'mdat' || b.type === 'moof');
  if (moov) return { init: true, alone, holds: 'mp4', ...trackOf(head, moov), time: null };
  return moof ? { init: false, alone: false, holds: 'mp4', ...placeOf(head, moof) } : null;
}

interface Box {
  type: string;
  from: number;
  to: number;
}
/** The boxes of ISO/IEC 14496-12 between two places; one that goes beyond is cut. */
export function boxesOf(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to && boxes.length < 1_000;) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const short = bytes.readUInt32BE(at);
    const long = short === 1 && at + 16 <= to;
    const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (!/^[\w ]{4}$/.test(type) || size < 8) break;
    boxes.push({ type, from: at + (long ? 16 : 8), to: Math.min(to, at + size) });
    at += size;
  }
  return boxes;
}
function within(bytes: Buffer, box: Box | undefined, ...path: string[]): Box | undefined {
  return path.reduce<Box | undefined>((at, type) => at && boxesOf(bytes, at.from, at.to).find((b) => b.type === type), box);
}

function trackOf(bytes: Buffer, moov: Box): Pick<Fragment, 'kind' | 'track'> {
  const traks = boxesOf(bytes, moov.from, moov.to).filter((b) => b.type === 'trak');
  const kinds = traks.map((trak) => {
    const handler = within(bytes, trak, 'mdia', 'hdlr');
    return handler && handler.to >= handler.from + 12 ? bytes.toString('latin1', handler.from + 8, handler.from + 12) : '';
  });
  const film = Math.max(0, kinds.indexOf('vide'));
  const head = within(bytes, traks[film], 'tkhd');
  const at = head && head.from + (bytes[head.from] === 1 ? 20 : 12);
  return { kind: kinds[film] === 'soun' ? 'audio' : 'video', track: at !== undefined && at + 4 <= head!.to ? bytes.readUInt32BE(at) : 0 };
}

function placeOf(bytes: Buffer, moof: Box): Pick<Fragment, 'kind' | 'track' | 'time'> {
  const traf = within(bytes, moof, 'traf');
  const head = within(bytes, traf, 'tfhd');
  const clock = within(bytes, traf, 'tfdt');
  const long = clock && bytes[clock.from] === 1;
  const fits = clock && clock.to >= clock.from + (long ? 12 : 8);
  return {
    kind: 'video',
    track: head && head.to >= head.from + 8 ? bytes.readUInt32BE(head.from + 4) : 0,
    time: fits ? (long ? Number(bytes.readBigUInt64BE(clock.from + 4)) : bytes.readUInt32BE(clock.from + 4)) : null,
  };
}

/** Matroska elements: a head begins a track; a cluster bears its time. The sound is told by its codec's name. */
function ofWebm(head: Buffer, init: boolean): Fragment {
  const text = head.toString('latin1', 0, Math.min(head.length, 4_096));
  const kind = init && !/V_(VP|AV1|MPEG)/.test(text) && text.includes('A_') ? 'audio' : 'video';
  const at = init ? -1 : head.indexOf(0xe7, 4);
  const size = at < 0 || at > 32 ? 0 : head[at + 1] & 0x7f;
  const alone = init && head.includes(CLUSTER_MARK);
  return { init, alone, holds: 'webm', kind, track: 0, time: size > 0 && size <= 6 ? head.readUIntBE(at + 2, size) : null };
}

const MOST_BOXES = 10_000;
/** Is this an mp4 from its beginning to its end? One of fragments closes with their index (ISO/IEC 14496-12, 8.8.9); a piece of a film does not. */
export function isWholeFilm(path: string, bytes: number): boolean {
  const types: string[] = [];
  const file = openSync(path, 'r');
  try {
    let at = 0;
    for (const head = Buffer.alloc(16); at < bytes && types.length < MOST_BOXES && readSync(file, head, 0, 16, at) >= 8;) {
      const short = head.readUInt32BE(0);
      const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? bytes - at : short;
      if (size < 8) return false;
      types.push(head.toString('latin1', 4, 8));
      at += size;
    }
    return at === bytes && types.includes('moov') && types.includes('mdat') && (!types.includes('moof') || types.at(-1) === 'mfra');
  } finally {
    closeSync(file);
  }
}

/** The first bytes of a file. */
export function headOf(path: string, bytes: number): Buffer {
  const head = Buffer.alloc(bytes);
  const file = openSync(path, 'r');
  try {
    return head.subarray(0, readSync(file, head, 0, bytes, 0));
  } finally {
    closeSync(file);
  }
}
