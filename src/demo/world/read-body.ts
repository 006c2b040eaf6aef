import type { Answer, Incoming, Kind, Request } from './world-state.js';

const ANSWERS: Record<Kind, readonly string[]> = {
  removal: ['remove', 'refuse', 'ignore', 'pretend'],
  withdrawal: ['restore', 'limit', 'refuse', 'ignore', 'pretend'],
};
const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;
const optional = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A request for removal as it came in, or what is wrong with it. */
export function readIncoming(body: unknown): Incoming | string {
  const given = body as Partial<Incoming> | null;
  if (!given || typeof given !== 'object') return 'a JSON object is needed';
  if (!isText(given.ticketRef)) return 'ticketRef is missing';
  if (!Array.isArray(given.items) || given.items.length === 0) return 'items is missing or empty';
  const refs = new Set<string>();
  for (const item of given.items as { ref: unknown; url: unknown }[]) {
    if (!isText(item?.ref) || !isText(item.url) || !URL.canParse(item.url)) return 'each item needs a ref and a url';
    if (refs.has(item.ref)) return `the ref ${item.ref} is given twice`;
    refs.add(item.ref);
  }
  return {
    kind: given.kind === 'withdrawal' ? 'withdrawal' : 'removal',
    ticketRef: given.ticketRef,
    subject: optional(given.subject),
    body: optional(given.body),
    legalBasis: optional(given.legalBasis),
    sha256: optional(given.sha256),
    items: given.items.map(({ ref, url }) => ({ ref, url })),
  };
}

export type Given = { ref: string; answer: Answer; text?: string };

/** The answers of a script, or what is wrong with them. */
export function readAnswers(request: Request, body: unknown): Given[] | string {
  const items = (body as { items?: unknown } | null)?.items;
  if (!Array.isArray(items) || items.length === 0) return 'items is missing or empty';
  for (const item of items as Given[]) {
    if (!request.items.some((i) => i.ref === item?.ref)) return `this request has no item ${String(item?.ref)}`;
    if (!ANSWERS[request.kind].includes(item.answer)) return `answer must be one of ${ANSWERS[request.kind].join(', ')}`;
  }
  return items.map(({ ref, answer, text }: Given) => ({ ref, answer, text: optional(text) }));
}

/** The answers of the desk's form: `do` is `answer:all`, `answer:ticked` or `answer:one:REF`. */
export function readForm(request: Request, form: URLSearchParams): Given[] | string {
  const [answer, scope, ...ref] = (form.get('do') ?? '').split(':');
  const refs = scope === 'all' ? request.items.map((i) => i.ref) : scope === 'ticked' ? form.getAll('ref') : [ref.join(':')];
  if (refs.length === 0) return [];
  return readAnswers(request, { items: refs.map((r) => ({ ref: r, answer, text: form.get('text') ?? '' })) });
}
