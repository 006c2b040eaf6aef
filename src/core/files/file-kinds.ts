import type { Label } from '../glossary/glossary.js';
import type { Fault } from '../table.js';

/** How one kind of program writes a line that begins a message: `at` names its moment, as written. */
export interface ChatForm {
  name: string;
  line: string;
}
export interface FileTable {
  at_once: number;
  at_once_each: number;
  most_files: number;
  kinds: Record<string, { label: Label; types: string[] }>;
  read: { seconds: number; claim_seconds: number; memory_mb: number; in_turn: number };
  archive: { entries: number; unpacked_bytes: number; name: number };
  still: { side: number; blur: number; pixels: number; picture_bytes: number };
  chat: { forms: ChatForm[]; html: string[]; json_bytes: number };
}
const NUMBERS = ['at_once', 'at_once_each', 'most_files'] as const;
const GROUPS = {
  read: ['seconds', 'claim_seconds', 'memory_mb', 'in_turn'],
  archive: ['entries', 'unpacked_bytes', 'name'],
  still: ['side', 'blur', 'pixels', 'picture_bytes'],
} as const;

const whole = (value: unknown): boolean => Number.isInteger(value) && (value as number) > 0;

export function fileFaults(t: FileTable): Fault[] {
  const number = (path: string[], value: unknown): Fault[] =>
    whole(value) ? [] : [{ path, says: `${path.join('.')} must be a whole number above 0` }];
  return [
    ...NUMBERS.flatMap((key) => number([key], t[key])),
    ...Object.entries(GROUPS).flatMap(([group, keys]) =>
      keys.flatMap((key) => number([group, key], (t[group as keyof typeof GROUPS] as Record<string, unknown> | undefined)?.[key])),
    ),
    ...number(['chat', 'json_bytes'], t.chat?.json_bytes),
    ...Object.entries(t.kinds ?? {}).flatMap(([kind, { label, types }]) => [
      ...(label?.vi && label.en ? [] : [{ path: ['kinds', kind, 'label'], says: 'a kind needs a label in vi and en' }]),
      ...(types?.length > 0 && types.every((type) => /^[a-z]+\/[a-z0-9.+-]+$/.test(type))
        ? []
        : [{ path: ['kinds', kind, 'types'], says: 'a kind needs media types' }]),
    ]),
    ...(t.chat?.forms ?? []).flatMap((form, i) => (form.name && begins(form.line) ? [] : [formFault(i)])),
  ];
}
const formFault = (i: number): Fault => ({
  path: ['chat', 'forms', i],
  says: 'a form needs a name, and a line from its start (^) with a group (?<at>…)',
});
function begins(line: string): boolean {
  try {
    return line.startsWith('^') && line.includes('(?<at>') && new RegExp(line, 'u').unicode;
  } catch {
    return false;
  }
}
/** The kind that files of this media type are; null: none that is taken. */
export const kindOf = ({ kinds }: Pick<FileTable, 'kinds'>, mediaType: string): string | null =>
  Object.entries(kinds).find(([, { types }]) => types.includes(mediaType))?.[0] ?? null;
