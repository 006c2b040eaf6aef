import { blanksIn, withoutBlanks } from '../core/documents/blanks.js';
import { openTables, readTable, type Fault } from '../core/table.js';
import type { LegalBasis } from './legal-basis.js';
import type { Bounds } from './own-words.js';
import { HOUSE_VALUES, ITEM_VALUES, SIGNED_IN_LINE, type Language, type Template } from './request-text.js';
import { both, count, whole, type Text } from './table-faults.js';

interface Reached {
  way: string;
  recipient: string;
  language: Language;
}
export interface TakedownTable {
  office: { requester: string; name: Text; contact: string; place: Text };
  own_words: Bounds;
  undo_seconds: number;
  timeout_seconds: number;
  retry_after_minutes: number[];
  poll_minutes: number;
  poll_days: number;
  answer_to_withdrawal_hours: number;
  platforms: Record<string, Reached>;
  other: Reached;
  checklist: (Text & { key: string })[];
}

function takedownFaults(t: TakedownTable): Fault[] {
  const reached = Object.entries({ ...t.platforms }).flatMap(([key, r]) =>
    r.way && r.recipient && ['vi', 'en'].includes(r.language)
      ? []
      : [{ path: ['platforms', key], says: `${key} needs way, recipient and language` }],
  );
  return [
    ...both(['office', 'name'], t.office.name),
    ...both(['office', 'place'], t.office.place),
    ...reached,
    ...(['short', 'long', 'letters'] as const).flatMap((key) => count(['own_words', key], t.own_words?.[key], 1)),
    ...count(['undo_seconds'], t.undo_seconds),
    ...count(['timeout_seconds'], t.timeout_seconds, 1),
    ...count(['poll_minutes'], t.poll_minutes, 0.1),
    ...whole(['poll_days'], t.poll_days, 1),
    ...(t.poll_days * 24 > t.answer_to_withdrawal_hours
      ? []
      : [{ path: ['poll_days'], says: 'an inbox is asked for longer than the time to answer a withdrawal' }]),
    ...t.retry_after_minutes.flatMap((n, i) => count(['retry_after_minutes', i], n)),
    ...count(['answer_to_withdrawal_hours'], t.answer_to_withdrawal_hours, 1),
    ...t.checklist.flatMap((line, i) => both(['checklist', i], line)),
  ];
}

function basisFaults(b: LegalBasis): Fault[] {
  const days = Object.entries(b.in_force ?? {}).flatMap(([end, day]) =>
    /^\d{4}-\d{2}-\d{2}$/.test(String(day)) ? [] : [{ path: ['in_force', end], says: `${end} must be a day (yyyy-mm-dd)` }],
  );
  return [
    ...both(['label'], b.label),
    ...both(['citation'], b.citation),
    ...both(['action'], b.action),
    ...(b.note === undefined ? [] : both(['note'], b.note)),
    ...count(['hours'], b.hours, 1),
    ...days,
    ...(b.in_force?.from ? [] : [{ path: ['in_force'], says: 'in_force needs the day from which it holds' }]),
    ...(b.in_force?.to && b.in_force.to < b.in_force.from ? [{ path: ['in_force', 'to'], says: 'it ends before it begins' }] : []),
    ...(['high', 'medium', 'low'].includes(b.confidence) ? [] : [{ path: ['confidence'], says: 'confidence is high, medium or low' }]),
    ...(b.requesters?.length > 0 ? [] : [{ path: ['requesters'], says: 'somebody must be able to rest a request on it' }]),
  ];
}

export function templateFaults(t: Template): Fault[] {
  const known = new Set<string>([...HOUSE_VALUES, ...Object.keys(t.blanks ?? {})]);
  const unknown = (path: 'subject' | 'body' | 'item', names: ReadonlySet<string>): Fault[] =>
    blanksIn(t[path] ?? '').flatMap((name) => (names.has(name) ? [] : [{ path: [path], says: `nothing fills the blank ${name}` }]));
  const misspelt = (['subject', 'body', 'item'] as const).flatMap((path): Fault[] =>
    /\{\{|\}\}/.test(withoutBlanks(t[path] ?? '')) ? [{ path: [path], says: 'a blank is spelt {{name}}' }] : [],
  );
  return [
    ...misspelt,
    ...unknown('subject', known),
    ...unknown('body', known),
    ...unknown('item', new Set(ITEM_VALUES)),
    ...(blanksIn(t.item ?? '').includes('url') ? [] : [{ path: ['item'], says: 'an item names its exact url' }]),
    ...(SIGNED_IN_LINE.test(t.item ?? '')
      ? []
      : [{ path: ['item'], says: 'an item says on a line of its own where a visitor was signed in: {{signed_in}}' }]),
    ...signedInFaults(t),
    ...(blanksIn(t.body ?? '').includes('items') ? [] : [{ path: ['body'], says: 'the body lists its items' }]),
    ...(t.kind === 'removal' && !blanksIn(t.body).includes('citation')
      ? [{ path: ['body'], says: 'a request names its legal basis' }]
      : []),
    ...Object.entries(t.blanks ?? {}).flatMap(([name, label]) => both(['blanks', name], label)),
  ];
}

/** A request names the author and quotes words, a withdrawal does not. */
function signedInFaults({ kind, signed_in: says }: Template): Fault[] {
  const due = kind === 'removal' ? (['every', 'some', 'author', 'quote', 'both'] as const) : (['every', 'some'] as const);
  return due.flatMap((key): Fault[] => {
    const text = says?.[key] ?? '';
    const stray = blanksIn(text).find((name) => key !== 'some' || name !== 'evidence');
    return [
      ...(text.trim() ? [] : [{ path: ['signed_in'], says: `signed_in needs ${key}` }]),
      ...(stray ? [{ path: ['signed_in', key], says: `nothing fills the blank ${stray}` }] : []),
    ];
  });
}

/** `config/takedown.yaml`, checked. */
export const takedownTable = readTable<TakedownTable>('takedown.yaml', takedownFaults);
/** `config/legal-bases/*.yaml`, checked. */
export const legalBases = openTables<LegalBasis>('legal-bases', /\.yaml$/, basisFaults).map((t) => t.value);
/** `config/documents/takedown*.yaml`, checked. */
export const templates = openTables<Template>('documents', /^takedown.*\.yaml$/, templateFaults).map((t) => t.value);

export const legalBasis = (key: string | null): LegalBasis | undefined => legalBases.find((b) => b.key === key);
export const reachedBy = (platform: string): Reached => takedownTable.platforms[platform] ?? takedownTable.other;
