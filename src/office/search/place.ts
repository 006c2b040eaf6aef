import type { Reader } from '../section.js';
import type { Asked } from './asked.js';

export interface Hit {
  kind: 'post' | 'case' | 'claim' | 'takedown' | 'violation' | 'penalty' | 'correction' | 'report' | 'capture' | 'exhibit' | 'entry';
  id: string;
  title: string | null;
  detail: string | null;
  /** a post whose own text does not say it: its picture does, or what is said in its film, as a machine read it */
  readIn?: 'picture' | 'subtitles' | null;
  /** where a post or a capture stands in the queue */
  itemId?: string | null;
  /** the case that holds an exhibit */
  caseId?: string | null;
}
/** What was typed, and the one form of the link that it may be. */
export type Words = Asked & { url: string | null };
export interface Look {
  sql: string;
  values: unknown[];
}
/** One kind of record by one way to know it: who may look there, and the query, or null when the words cannot name any. Of several queries each has the room that those before it leave. */
export interface Place {
  rights: string[];
  look(words: Words, reader: Reader): Look | Look[] | null;
}
