import type { ReadOutcome } from '../../core/pictures/words/word-reader.js';
import type { ReadLine } from '../../core/text/read-lines.js';

/** Of which post, and what of it: a capture, or what was sent in; with its evidence. */
export interface ReadSource {
  postId: string;
  captureId: string | null;
  addressId: string | null;
  evidenceId: string;
}
/** What a picture or the subtitles of a film say, as a machine read it. */
export interface NewReading {
  part: string;
  kind: 'picture' | 'subtitles';
  /** of the bytes that were read */
  sha256: string;
  /** engine and data with their versions */
  engine: string;
  outcome: ReadOutcome;
  width: number | null;
  height: number | null;
  /** how sure the engine is of it, 0 to 100 */
  confidence: number | null;
  lines: ReadLine[];
  text: string;
}
