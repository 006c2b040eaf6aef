import { readTable, type Fault } from '../table.js';

export type Language = 'vi' | 'en';
type Text = Record<Language, string>;
interface Texts {
  office: Text;
  other_language: Text;
  missing: Record<'title' | 'says' | 'home', Text>;
  form: Record<string, Text>;
  receipt: Record<string, Text>;
  reported: Record<string, Text>;
  next: Record<string, Text>;
  lines: Record<string, Text>;
  correction: Record<string, Text>;
  open: Record<string, Text>;
  statistics: Record<string, Text>;
  register: Record<string, Text>;
  open_data: Record<string, Text>;
  replay: Record<string, Text>;
  faults: Record<string, Text>;
}

function faults(node: object, path: string[] = []): Fault[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const here = [...path, key];
    if (typeof value !== 'object' || value === null) return [{ path: here, says: `${here.join('.')} must hold a text in vi and in en` }];
    const text = value as Partial<Text>;
    if (typeof text.vi === 'string' || typeof text.en === 'string')
      return text.vi && text.en ? [] : [{ path: here, says: `${here.join('.')} lacks ${text.vi ? 'en' : 'vi'}` }];
    return faults(value, here);
  });
}

/** `config/public-pages.yaml`, checked: every text that a citizen reads. */
export const publicTexts = readTable<Texts>('public-pages.yaml', (t) => faults(t));

/** The text in one language, with {names} filled in. */
export const say = (text: Text, language: Language, values: Record<string, string | number> = {}): string =>
  text[language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
