import { readTable, type Fault } from '../../core/table.js';
import type { CopyRules } from '../copies/copies.js';
import { BITS } from './fingerprint.js';
import type { PictureRules } from './picture-fingerprint.js';
import type { TextRules } from './text-fingerprint.js';

interface LikenessTable {
  picture: PictureRules & { bits_apart: number };
  text: TextRules & { bits_apart: number };
  /** pictures and stills of one capture that are set beside others */
  parts: number;
  /** of what is like a post, the nearest so many are noted */
  noted: number;
  copies: CopyRules & { turn: number };
}

export function likenessFaults(t: LikenessTable): Fault[] {
  const between = (path: string[], value: unknown, low: number, high: number): Fault[] =>
    typeof value === 'number' && value >= low && value <= high
      ? []
      : [{ path, says: `${path.join('.')} must lie between ${low} and ${high}` }];
  return [
    ...between(['picture', 'least_side'], t.picture.least_side, 16, 1000),
    ...between(['picture', 'least_contrast'], t.picture.least_contrast, 1, 100),
    ...between(['picture', 'frame_tolerance'], t.picture.frame_tolerance, 0, 64),
    ...between(['picture', 'bits_apart'], t.picture.bits_apart, 0, BITS / 3),
    ...t.picture.cuts.flatMap((share, i) => between(['picture', 'cuts', `${i}`], share, 0.5, 1)),
    ...between(['text', 'words'], t.text.words, 1, 8),
    ...between(['text', 'least_words'], t.text.least_words, t.text.words, 1000),
    ...between(['text', 'same_words'], t.text.same_words, t.text.words, t.text.least_words),
    ...between(['text', 'most_words'], t.text.most_words, t.text.least_words, 100_000),
    ...between(['text', 'bits_apart'], t.text.bits_apart, 0, BITS / 3),
    ...between(['parts'], t.parts, 1, 100),
    ...between(['noted'], t.noted, 1, 200),
    // what is further apart is not noted
    ...between(['copies', 'text_bits_apart'], t.copies.text_bits_apart, 0, t.text.bits_apart),
    ...between(['copies', 'picture_bits_apart'], t.copies.picture_bits_apart, 0, t.picture.bits_apart),
    ...between(['copies', 'stills'], t.copies.stills, 1, t.parts),
    ...between(['copies', 'steps'], t.copies.steps, 1, 10),
    ...between(['copies', 'most'], t.copies.most, 2, 1000),
    ...between(['copies', 'turn'], t.copies.turn, 1, 200),
  ];
}

/** `config/likeness.yaml`, checked. */
export const likenessTable = readTable<LikenessTable>('likeness.yaml', likenessFaults);
