/** Bytes as WebCrypto takes them: what stands here runs in a browser too. */
export type Bytes = Uint8Array<ArrayBuffer>;
/** One value of the Distinguished Encoding Rules. */
export interface Der {
  /** the first byte: class, whether it holds others, number */
  tag: number;
  /** all of it */
  whole: Bytes;
  value: Bytes;
}
export const TAG = {
  boolean: 1,
  integer: 2,
  bits: 3,
  octets: 4,
  null: 5,
  oid: 6,
  utf8: 12,
  utcTime: 23,
  time: 24,
  sequence: 0x30,
  set: 0x31,
};

export const toBytes = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);
export const hexOf = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
export const bytesOf = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
export const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Reads exactly one value; one that is longer or shorter than these bytes is none. */
export function readDer(bytes: Bytes): Der {
  const [first, ...more] = readAll(bytes);
  if (!first || more.length > 0) throw new Error('it is not one DER value');
  return first;
}
/** What a value holds, in its order. */
export function insideOf(der: Der | undefined, tag = TAG.sequence): Der[] {
  if (der?.tag !== tag) throw new Error(`a DER value of the kind ${tag} is missing`);
  return readAll(der.value);
}
export function valueOf(der: Der | undefined, tag: number): Bytes {
  if (der?.tag !== tag) throw new Error(`a DER value of the kind ${tag} is missing`);
  return der.value;
}

function readAll(bytes: Bytes): Der[] {
  const found: Der[] = [];
  for (let at = 0; at < bytes.length;) {
    const { header, length } = headerAt(bytes, at);
    const end = at + header + length;
    if (end > bytes.length) throw new Error('a DER value is cut off');
    found.push({ tag: bytes[at], whole: bytes.subarray(at, end), value: bytes.subarray(at + header, end) });
    at = end;
  }
  return found;
}

/** Only the one way in which DER writes a length. */
function headerAt(bytes: Bytes, at: number): { header: number; length: number } {
  const first = bytes[at + 1];
  if ((bytes[at] & 0x1f) === 0x1f || first === undefined) throw new Error('a DER value has no length');
  if (first < 0x80) return { header: 2, length: first };
  const digits = bytes.subarray(at + 2, at + 2 + (first & 0x7f));
  if (digits.length !== (first & 0x7f) || digits.length === 0 || digits.length > 4) throw new Error('a length is not as DER writes it');
  const length = digits.reduce((n, digit) => n * 256 + digit, 0);
  if (digits[0] === 0 || length < 0x80) throw new Error('a length is not as DER writes it');
  return { header: 2 + digits.length, length };
}

export function oidOf(der: Der | undefined): string {
  const numbers: number[] = [];
  let n = 0;
  for (const byte of valueOf(der, TAG.oid)) {
    n = n * 128 + (byte & 0x7f);
    if (byte < 0x80) [, n] = [numbers.push(n), 0];
  }
  const [first, ...rest] = numbers;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...rest].join('.');
}

/** A whole number as hexadecimal digits without leading zeros. */
export const integerOf = (der: Der | undefined): string => hexOf(valueOf(der, TAG.integer)).replace(/^(00)+(?=.)/, '');

/** Both kinds of time, in UTC alone, as DER wants them. */
export function timeOf(der: Der | undefined): Date {
  const text = String.fromCharCode(...(der?.value ?? []));
  const match =
    der?.tag === TAG.utcTime
      ? /^()(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)()Z$/.exec(text)
      : /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?Z$/.exec(der?.tag === TAG.time ? text : '');
  if (!match) throw new Error('a time is not as DER writes it');
  const [, century, year, month, day, hour, minute, second, fraction] = match;
  const yyyy = `${century || (Number(year) < 50 ? '20' : '19')}${year}`;
  const at = new Date(`${yyyy}-${month}-${day}T${hour}:${minute}:${second}.${(fraction ?? '').padEnd(3, '0').slice(0, 3)}Z`);
  if (Number.isNaN(at.getTime())) throw new Error('a time names a moment that there is not');
  return at;
}

export function writeDer(tag: number, ...parts: Uint8Array[]): Bytes {
  const length = parts.reduce((n, part) => n + part.length, 0);
  const digits = length < 0x80 ? [] : bytesOf(length.toString(16).padStart(Math.ceil(length.toString(16).length / 2) * 2, '0'));
  const head = [tag, ...(length < 0x80 ? [length] : [0x80 | digits.length, ...digits])];
  return Uint8Array.from([...head, ...parts.flatMap((part) => [...part])]);
}
export function writeOid(oid: string): Bytes {
  const [a, b, ...rest] = oid.split('.').map(Number);
  const groups = [a * 40 + b, ...rest].map((n) => {
    const digits = [n & 0x7f];
    for (let left = Math.floor(n / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left & 0x7f) | 0x80);
    return digits;
  });
  return writeDer(TAG.oid, Uint8Array.from(groups.flat()));
}
/** A whole number of not less than zero, of these bytes. */
export function writeInteger(bytes: Uint8Array): Bytes {
  const plain = [...bytes].slice(
    Math.max(
      0,
      [...bytes].findIndex((b) => b !== 0),
    ),
  );
  return writeDer(TAG.integer, Uint8Array.from(plain.length === 0 || plain[0] >= 0x80 ? [0, ...plain] : plain));
}
