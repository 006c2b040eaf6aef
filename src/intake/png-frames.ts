const SIGNATURE = 8;
/** length, type and checksum around what a chunk holds */
const [HEAD, TAIL] = [8, 4];

/** How many pictures a PNG brings: as many as it declares (acTL), or more if more begin (fcTL), wherever in it they stand. */
export function pngFrames(bytes: Buffer): number {
  let [declared, begun] = [1, 0];
  for (let at = SIGNATURE; at + HEAD <= bytes.length;) {
    const [length, type] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + HEAD)];
    if (type === 'acTL' && at + HEAD + 4 <= bytes.length) declared = Math.max(declared, bytes.readUInt32BE(at + HEAD));
    if (type === 'fcTL') begun += 1;
    at += HEAD + length + TAIL;
  }
  return Math.max(declared, begun);
}
