/** A number in [0, 1) for a place in a row, the same for the same seed. */
function chance(seed: number): () => number {
  let s = seed >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
type Quad = [number, number, number, number];
/** First and last of each range that is not the public network (RFC 6890, 5771, 1112). */
const INSIDE: [Quad, Quad][] = [
  [
    [0, 0, 0, 0],
    [0, 255, 255, 255],
  ],
  [
    [10, 0, 0, 0],
    [10, 255, 255, 255],
  ],
  [
    [100, 64, 0, 0],
    [100, 127, 255, 255],
  ],
  [
    [127, 0, 0, 0],
    [127, 255, 255, 255],
  ],
  [
    [169, 254, 0, 0],
    [169, 254, 255, 255],
  ],
  [
    [172, 16, 0, 0],
    [172, 31, 255, 255],
  ],
  [
    [192, 0, 0, 0],
    [192, 0, 0, 255],
  ],
  [
    [192, 0, 2, 0],
    [192, 0, 2, 255],
  ],
  [
    [192, 168, 0, 0],
    [192, 168, 255, 255],
  ],
  [
    [198, 18, 0, 0],
    [198, 19, 255, 255],
  ],
  [
    [198, 51, 100, 0],
    [198, 51, 100, 255],
  ],
  [
    [203, 0, 113, 0],
    [203, 0, 113, 255],
  ],
  [
    [224, 0, 0, 0],
    [255, 255, 255, 255],
  ],
];
/** Names that lead inside here, in clouds, or in any office. */
const NAMES = [
  'localhost',
  'localhost.localdomain',
  'ip6-localhost',
  'app.localhost',
  'a.b.localhost',
  'metadata',
  'metadata.google.internal',
  'metadata.goog.internal',
  'instance-data',
  'instance-data.ec2.internal',
  'kubernetes.default.svc.cluster.local',
  'host.docker.internal',
  'gateway.docker.internal',
  'router.lan',
  'printer.local',
  'nas.home.arpa',
  'intranet',
  'wpad',
  'db.internal',
  'fritz.box.localdomain',
];

const numberOf = ([a, b, c, d]: Quad): number => ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
const hex = (n: number, width = 0): string => n.toString(16).padStart(width, '0');
const groups = ([a, b, c, d]: Quad): string => `${hex((a << 8) | b)}:${hex((c << 8) | d)}`;
const each = (q: Quad, spell: (n: number) => string): string => q.map(spell).join('.');
const tail = ([, b, c, d]: Quad): number => (b << 16) | (c << 8) | d;
const WIDE = (text: string): string => text.replace(/[0-9a-z]/g, (x) => String.fromCharCode(x.charCodeAt(0) + 0xfee0));
const CIRCLED = (text: string): string => text.replace(/[1-9]/g, (x) => String.fromCharCode(0x2460 + Number(x) - 1)).replace(/0/g, '⓪');
const PERCENT = (text: string): string => [...text].map((x) => `%${hex(x.charCodeAt(0), 2)}`).join('');

/** Spellings of one IPv4 address as the host of an address of the web. */
const OF_FOUR: Record<string, (q: Quad) => string> = {
  dotted: (q) => q.join('.'),
  'trailing dot': (q) => `${q.join('.')}.`,
  decimal: (q) => String(numberOf(q)),
  hexadecimal: (q) => `0x${hex(numberOf(q))}`,
  'hexadecimal, upper case': (q) => `0X${hex(numberOf(q), 8).toUpperCase()}`,
  octal: (q) => `0${numberOf(q).toString(8)}`,
  'octal with many zeros': (q) => `0000000${numberOf(q).toString(8)}`,
  'dotted hexadecimal': (q) => each(q, (n) => `0x${hex(n)}`),
  'dotted octal': (q) => each(q, (n) => `0${n.toString(8)}`),
  'padded octal': (q) => each(q, (n) => n.toString(8).padStart(6, '0')),
  'each in another base': ([a, b, c, d]) => `0x${hex(a)}.0${b.toString(8)}.${c}.0x${hex(d)}`,
  'two parts': (q) => `${q[0]}.${tail(q)}`,
  'two parts, mixed': (q) => `0${q[0].toString(8)}.0x${hex(tail(q))}`,
  'three parts': ([a, b, c, d]) => `${a}.${b}.${(c << 8) | d}`,
  'full width': (q) => WIDE(q.join('.')),
  'ideographic stops': (q) => q.join('。'),
  circled: (q) => CIRCLED(q.join('.')),
  percent: (q) => PERCENT(q.join('.')),
  'percent of hexadecimal': (q) => PERCENT(`0x${hex(numberOf(q))}`),
  'soft hyphen': (q) => q.join('.').replace('.', '\u00ad.'),
  mapped: (q) => `[::ffff:${q.join('.')}]`,
  'mapped, in groups': (q) => `[::ffff:${groups(q)}]`,
  'mapped, in full': (q) => `[0000:0000:0000:0000:0000:FFFF:${groups(q)}]`,
  compatible: (q) => `[::${groups(q)}]`,
  translated: (q) => `[::ffff:0:${groups(q)}]`,
  nat64: (q) => `[64:ff9b::${groups(q)}]`,
  'nat64, local': (q) => `[64:ff9b:1::${groups(q)}]`,
  '6to4': (q) => `[2002:${groups(q)}::1]`,
  teredo: (q) => `[2001:0:808:808:0:0:${groups(q.map((n) => n ^ 255) as Quad)}]`,
  isatap: (q) => `[2606:4700::5efe:${groups(q)}]`,
  'isatap, universal': (q) => `[2606:4700::200:5efe:${groups(q)}]`,
};
/** Addresses of six that are no four. */
const OF_SIX: Record<string, (random: () => number) => string> = {
  'own machine': () => '[::1]',
  'own machine, in full': () => '[0:0:0:0:0:0:0:1]',
  unspecified: () => '[::]',
  'link-local': (r) => `[fe80::${hex(Math.floor(r() * 65_535))}]`,
  'unique local': (r) => `[fd${hex(Math.floor(r() * 256), 2)}:${hex(Math.floor(r() * 65_536))}::1]`,
  'site-local': (r) => `[fec0::${hex(Math.floor(r() * 65_535))}]`,
  multicast: () => '[ff02::1]',
  documentation: () => '[2001:db8::1]',
  'metadata of a cloud': () => '[fd00:ec2::254]',
  zone: () => '[fe80::1%25eth0]',
};
const OF_NAMES: Record<string, (name: string) => string> = {
  name: (n) => n,
  'name, upper case': (n) => n.toUpperCase(),
  'name, trailing dot': (n) => `${n}.`,
  'name, two trailing dots': (n) => `${n}..`,
  'name, full width': WIDE,
  'name, percent': PERCENT,
};

export interface Spelling {
  kind: string;
  host: string;
}
/** So many different ways to write an address of the inside; every second one is of `own`, where somebody listens. */
export function spellings(count: number, seed: number, own: readonly string[]): Spelling[] {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const four = own.filter((a) => /^[\d.]+$/.test(a)).map((a) => a.split('.').map(Number) as Quad);
  const here: Quad[] = [...four, [0, 0, 0, 0], [127, 0, 0, 1]];
  const within = ([from, to]: [Quad, Quad]): Quad => from.map((low, i) => low + Math.floor(random() * (to[i] - low + 1))) as Quad;
  const loop = (): Quad => [127, ...[0, 0, 0].map(() => Math.floor(random() * 256))] as Quad;
  const found = new Map<string, Spelling>();
  const put = (kind: string, host: string) => found.set(host, { kind, host });
  for (const name of NAMES) for (const [kind, spell] of Object.entries(OF_NAMES)) put(kind, spell(name));
  for (const [kind, spell] of Object.entries(OF_SIX)) put(kind, spell(random));
  for (const address of own.filter((a) => a.includes(':'))) put('own address', `[${address.replace(/%.*/, '')}]`);
  const kinds = Object.entries(OF_FOUR);
  for (let n = 0; found.size < count; n++) {
    const [kind, spell] = kinds[n % kinds.length];
    const quad = n % 2 === 0 ? (random() < 0.3 ? pick(here) : loop()) : within(pick(INSIDE));
    put(kind, spell(quad));
  }
  return [...found.values()].slice(0, count);
}
