/** What a part of a capture is beside its bytes; each where it is known. */
export interface PartFacts {
  /** the part that it was taken from */
  of?: string;
  seconds?: number;
  width?: number;
  height?: number;
  codecs?: string;
  language?: string;
  kind?: string;
  label?: string;
  /** joined of so many pieces */
  pieces?: number;
  live?: boolean;
  /** something of it is missing */
  partial?: boolean;
}
