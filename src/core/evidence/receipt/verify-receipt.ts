import { bytesOf, hexOf, same, type Bytes } from '../stamp/der.js';
import { digest } from '../stamp/signature.js';

/** The receipt of the log for one package (docs/event-format.md): its place in the chain, proved without any other event. */
export interface Receipt {
  format: 'lachan-receipt/1';
  /** SHA-256 of the whole package */
  package: string;
  seq: string;
  /** both parts of the event that sealed it, as they were hashed */
  public: string;
  office: string;
  /** the head of the event before */
  previous: string;
  /** digests of the events after it, up to the signed head */
  digests: string[];
  head: { seq: string; head: string; at: string; key: string; signature: string };
  /** the public key of that head, in PEM */
  key: string;
}
export interface ReceiptVerdict {
  state: 'holds' | 'broken';
  /** one sentence */
  says: string;
  seq: string | null;
  /** the event's own time, and that of the head which was signed after it */
  recordedAt: string | null;
  signedAt: string | null;
  /** the key that signed the head; known: whether it is one of those given, null where none was */
  key: { id: string; fingerprint: string; known: boolean | null } | null;
}
/** Whether an Ed25519 signature fits a public key (SubjectPublicKeyInfo). */
export type FitsEd25519 = (key: Bytes, signature: Bytes, signed: Bytes) => Promise<boolean>;

const FORMAT = 'lachan-receipt/1';
const HASH = /^[0-9a-f]{64}$/;
const MOST_DIGESTS = 1_000_000;
const SAME_IN_BOTH = ['format', 'id', 'type', 'v', 'recordedAt', 'officeAt'];

export const fitsEd25519: FitsEd25519 = async (key, signature, signed) =>
  crypto.subtle.verify('Ed25519', await crypto.subtle.importKey('spki', key, 'Ed25519', false, ['verify']), signature, signed);

/** `keys`: fingerprints (SHA-256 over the DER bytes) of keys of heads that are trusted, null where nobody says. */
export async function verifyReceipt(
  text: string | Uint8Array,
  packageSha256: string,
  keys: readonly string[] | null = null,
  fits = fitsEd25519,
): Promise<ReceiptVerdict> {
  try {
    const receipt = shapely(typeof text === 'string' ? text : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text));
    return await judge(receipt, packageSha256, keys, fits);
  } catch (error) {
    return broken((error as Error).message);
  }
}

const broken = (why: string): ReceiptVerdict => ({
  state: 'broken',
  says: `Its receipt of the log does NOT hold: ${why}.`,
  seq: null,
  recordedAt: null,
  signedAt: null,
  key: null,
});

async function judge(receipt: Receipt, packageSha256: string, keys: readonly string[] | null, fits: FitsEd25519): Promise<ReceiptVerdict> {
  if (receipt.package !== packageSha256) return broken('it is about another file');
  const told = eventOf(receipt);
  if (told.fault) return broken(told.fault);
  const { head } = receipt;
  const count = BigInt(head.seq) - BigInt(receipt.seq);
  if (count !== BigInt(receipt.digests.length)) return broken('its digests do not reach from its event to the signed head');
  const found = await chained(receipt);
  if (hexOf(found) !== head.head) return broken('the chain does not lead from its event to the signed head');
  const key = derIn(receipt.key);
  const fingerprint = hexOf(await digest('SHA-256', key));
  if (fingerprint.slice(0, 16) !== head.key) return broken('its key is not the one that the head names');
  const statement = new TextEncoder().encode(`lachan-head/1\n${head.seq}\n${head.head}\n${head.at}\n`);
  if (!(await fits(key, fromBase64(head.signature), statement).catch(() => false))) return broken('the signature of the head does not fit');
  const known = keys ? keys.includes(fingerprint) : null;
  if (known === false) return broken(`its head is signed by the key ${fingerprint}, which is none of those that are known`);
  const trust = known ? '' : ` Who signed the head was NOT checked: compare the key ${fingerprint} with those that the office publishes.`;
  return {
    state: 'holds',
    says: `It is event ${receipt.seq} of the log, which a head signed on ${head.at} covers.${trust}`,
    seq: receipt.seq,
    recordedAt: told.recordedAt,
    signedAt: head.at,
    key: { id: head.key, fingerprint, known },
  };
}

/** What the event says of itself: both parts are of one event, and it sealed this package. */
function eventOf(receipt: Receipt): { fault: string | null; recordedAt: string } {
  const [open, office] = [receipt.public, receipt.office].map((part) => JSON.parse(part) as Record<string, unknown>);
  const at = String(office.recordedAt);
  const data = office.data as Record<string, unknown> | undefined;
  const wrong: [boolean, string][] = [
    [open.part !== 'public' || office.part !== 'office', 'its parts are not those of an event'],
    [SAME_IN_BOTH.some((name) => open[name] !== office[name]), 'its parts are of two events'],
    [office.format !== 'lachan-event/1' || office.type !== 'capture.sealed', 'its event is not the sealing of a capture'],
    [data?.packageSha256 !== receipt.package, 'its event sealed another package'],
  ];
  return { fault: wrong.find(([is]) => is)?.[1] ?? null, recordedAt: at };
}

async function chained({ seq, previous, digests, public: open, office }: Receipt): Promise<Bytes> {
  const bytes = (part: string) => digest('SHA-256', new TextEncoder().encode(part));
  const first = hexOf(await digest('SHA-256', joined(await bytes(open), await bytes(office))));
  let [head, at] = [bytesOf(previous), BigInt(seq)];
  for (const next of [first, ...digests]) head = await digest('SHA-256', joined(eight(at++), head, bytesOf(next)));
  return head;
}

/** Every field is there, of its kind, and no other, written in the one way. */
function shapely(text: string): Receipt {
  const r = JSON.parse(text) as Receipt;
  const hex = (text: unknown): boolean => typeof text === 'string' && HASH.test(text);
  const number = (text: unknown): boolean => typeof text === 'string' && /^[1-9]\d{0,17}$/.test(text);
  const sound =
    `${JSON.stringify(r)}\n` === text &&
    r?.format === FORMAT &&
    Object.keys(r).length === 9 &&
    hex(r.package) &&
    number(r.seq) &&
    [r.public, r.office, r.key].every((text) => typeof text === 'string') &&
    hex(r.previous) &&
    Array.isArray(r.digests) &&
    r.digests.length <= MOST_DIGESTS &&
    r.digests.every(hex) &&
    Object.keys(r.head ?? {}).length === 5 &&
    number(r.head.seq) &&
    hex(r.head.head) &&
    [r.head.at, r.head.key, r.head.signature].every((text) => typeof text === 'string');
  if (!sound) throw new Error('it is no receipt of this form');
  if (r.seq === '1' && !same(bytesOf(r.previous), new Uint8Array(32))) throw new Error('before the first event stands something');
  return r;
}

const joined = (...parts: Bytes[]): Bytes => Uint8Array.from(parts.flatMap((part) => [...part]));
const eight = (n: bigint): Bytes => bytesOf(n.toString(16).padStart(16, '0'));
const fromBase64 = (text: string): Bytes => {
  const letters = atob(text);
  if (btoa(letters) !== text) throw new Error('a signature is not written as it should be');
  return Uint8Array.from(letters, (c) => c.charCodeAt(0));
};
function derIn(pem: string): Bytes {
  const base64 = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]+)-----END PUBLIC KEY-----\n$/.exec(pem)?.[1];
  if (!base64) throw new Error('it brings no public key');
  return fromBase64(base64.replaceAll('\n', ''));
}
