import { readTable, type Fault } from '../table.js';

/** A word in both languages of the office. */
export interface Label {
  vi: string;
  en: string;
}
export type Glossary = Record<string, Record<string, Label>>;

/** Each word needs both labels: a screen never shows a bare id. */
export function glossaryFaults(glossary: Glossary): Fault[] {
  return Object.entries(glossary).flatMap(([kind, words]) => {
    if (typeof words !== 'object' || words === null) return [{ path: [kind], says: `${kind} must hold words` }];
    return Object.entries(words).flatMap(([id, label]) =>
      (['vi', 'en'] as const)
        .filter((language) => typeof label?.[language] !== 'string' || label[language].trim() === '')
        .map((language) => ({ path: [kind, id], says: `${kind} ${id} lacks its label in ${language}` })),
    );
  });
}

/** `config/glossary.yaml`, checked. */
export const glossary = readTable<Glossary>('glossary.yaml', glossaryFaults);
