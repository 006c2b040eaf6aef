/** One request of a stream: an address, and of its bytes the first and last that are asked for. */
export interface Piece {
  url: string;
  range: [number, number] | null;
  key: Key | null;
  /** an initialisation belongs to what follows; the rest is film */
  role: 'init' | 'segment';
  seconds: number | null;
}
/** AES-128 in CBC mode. */
export interface Key {
  url: string;
  /** sixteen bytes in hexadecimal */
  iv: string;
}
export type TrackKind = 'video' | 'audio' | 'subtitles';
/** One rendition of a stream: what its list tells before a piece is asked for. */
export interface Track {
  kind: TrackKind;
  /** bits in a second, as the list says; 0: it does not say */
  bandwidth: number;
  width: number | null;
  height: number | null;
  codecs: string | null;
  language: string | null;
  label: string | null;
  /** addresses by which a player's requests for this rendition are known */
  knownBy: string[];
}
export interface Plan {
  pieces: Piece[];
  /** the stream was still going on: what is there now */
  live: boolean;
  discontinuities: number;
  /** why it is not all of it, or cannot be seen */
  says: string[];
}
/** A list that cannot be followed; its words say why. */
export class Unplayable extends Error {}

export const secondsOf = ({ pieces }: Plan): number => pieces.reduce((sum, p) => sum + (p.seconds ?? 0), 0);

export const LONGEST = 8_192;
/** An address of a list, against the address of the list; only what the web fetches. */
export function resolved(reference: string, base: string): string {
  if (reference.length > LONGEST || !URL.canParse(reference, base)) throw new Unplayable('a list names no address that can be read');
  const url = new URL(reference, base);
  if (!/^https?:$/.test(url.protocol)) throw new Unplayable(`a list names an address of ${url.protocol.slice(0, 20)}`);
  url.hash = '';
  if (url.href.length > LONGEST) throw new Unplayable('a list names an address that is too long');
  return url.href;
}
