import type { JoinedFrom } from './join-pieces.js';

/** A film or sound of the post that came in pieces, as one file of the raw folder; the pieces themselves are exchanges. */
export interface Film {
  kind: 'video' | 'audio';
  by: 'hls' | 'dash' | 'carried';
  /** the list that names its pieces, or the page that fetched them */
  source: string;
  /** refused: its server or the guard let nothing of it out */
  state: 'whole' | 'partial' | 'refused' | 'lost';
  live: boolean;
  /** what is not there, and why */
  says: string[];
  file: string | null;
  mediaType: string;
  bytes: number;
  sha256: string | null;
  seconds: number | null;
  width: number | null;
  height: number | null;
  codecs: string | null;
  bandwidth: number | null;
  discontinuities: number;
  joinedFrom: JoinedFrom[];
}
export interface Subtitles {
  source: string;
  state: 'whole' | 'partial' | 'refused' | 'lost';
  says: string[];
  language: string | null;
  kind: string;
  label: string | null;
  file: string | null;
  bytes: number;
  sha256: string | null;
  joinedFrom: JoinedFrom[];
}
/** A still of a film. */
export interface Frame {
  /** the name that the film's part bears */
  of: string;
  seconds: number;
  file: string;
  width: number;
  height: number;
  bytes: number;
  sha256: string;
  by: string;
}

export const noFilm = (kind: Film['kind'], by: Film['by'], source: string): Film => ({
  kind,
  by,
  source,
  state: 'lost',
  live: false,
  says: [],
  file: null,
  mediaType: '',
  bytes: 0,
  sha256: null,
  seconds: null,
  width: null,
  height: null,
  codecs: null,
  bandwidth: null,
  discontinuities: 0,
  joinedFrom: [],
});
