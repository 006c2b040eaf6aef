export interface Hash {
  update(bytes: Uint8Array): void;
  hex(): string;
}
export interface Crc {
  update(bytes: Uint8Array): void;
  value(): number;
}
/** Raw DEFLATE in pieces: hands over what comes out, answers how many bytes it took; fewer than given: it has ended. Throws where the data is broken. */
export interface Inflater {
  write(bytes: Uint8Array, out: (bytes: Uint8Array) => void): Promise<number>;
  close(): void;
}
/** What the checks need and what a program and a browser each have in their own way. */
export interface Means {
  sha256(): Hash;
  crc32(): Crc;
  inflater(): Inflater;
  /** ECDSA on P-256 over SHA-256, the signature as r and s beside each other; false also where the key is none */
  signed(spki: Uint8Array, data: Uint8Array, signature: Uint8Array): Promise<boolean>;
}
export function sha256Of(means: Means, bytes: Uint8Array): string {
  const hash = means.sha256();
  hash.update(bytes);
  return hash.hex();
}
