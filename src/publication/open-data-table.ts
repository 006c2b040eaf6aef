import { readTable, type Fault } from '../core/table.js';

type Words = Record<string, Record<'vi' | 'en', string>>;
interface OpenDataTable {
  register: Words;
  statistics: Words;
  log: Words;
  acts: Words;
  outcomes: Words;
}

/** `config/open-data.yaml`, checked: the data dictionary, and the words of the register. */
export const openDataTable = readTable<OpenDataTable>('open-data.yaml', (t): Fault[] =>
  Object.entries(t).flatMap(([group, words]) =>
    Object.entries(words as Words)
      .filter(([, text]) => !text?.vi || !text.en)
      .map(([name]) => ({ path: [group, name], says: `${group}.${name} needs a text in vi and in en` })),
  ),
);

export const REGISTER_COLUMNS = [
  'act',
  'seq',
  'kind',
  'day',
  'platform',
  'topic',
  'basis',
  'asked',
  'removed',
  'end',
  'provision',
  'subject',
  'amount',
  'outcome',
  'changedDay',
] as const;
export const WORD_COLUMNS = ['channel', 'kind', 'judgement', 'platform', 'topic', 'end', 'provision', 'subject'] as const;
