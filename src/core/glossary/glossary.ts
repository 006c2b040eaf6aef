import { readTable, type Fault } from '../table.js';

/** A word in both languages of the office. */
export interface Label {
  vi: string;
  en: string;
}
export type Glossary = Record<string, Record<string, Label>>;

const LANGUAGES = ['vi', 'en'] as const;

/** Each word needs both labels and holds nothing else: a screen never shows a bare id, nor half of a label with a comma in it. */
export function glossaryFaults(glossary: Glossary): Fault[] {
  return Object.entries(glossary).flatMap(([kind, words]) => {
    if (typeof words !== 'object' || words === null) return [{ path: [kind], says: `${kind} must hold words` }];
    return Object.entries(words).flatMap(([id, label]) => {
      const lacking = LANGUAGES.filter((language) => typeof label?.[language] !== 'string' || label[language].trim() === '');
      const more = Object.keys(label ?? {}).filter((key) => !LANGUAGES.some((language) => language === key));
      return [
        ...lacking.map((language) => ({ path: [kind, id], says: `${kind} ${id} lacks its label in ${language}` })),
        ...more.map((key) => ({ path: [kind, id], says: `${kind} ${id} holds ${key} beside vi and en; quote a label with a comma` })),
      ];
    });
  });
}

/** `config/glossary.yaml`, checked. */
export const glossary = readTable<Glossary>('glossary.yaml', glossaryFaults);
