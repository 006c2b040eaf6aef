import { fieldOf, momentOf } from '../../parts/zone-time.js';
import type { RecordContent } from './types.js';

export const ROLES = ['witness', 'commune', 'interpreter', 'victim'] as const;
export const TOLD = ['said.accused', 'said.witness', 'said.victim', 'preventive'] as const;
export type Told = (typeof TOLD)[number];
type Answers = NonNullable<RecordContent['answers']>;

/** The answers as they are typed; empty: nobody asked. */
export interface AnswersTyped {
  present: Record<(typeof ROLES)[number], '' | 'yes' | 'no'>;
  told: Record<Told, { answer: '' | 'none' | 'words'; words: string }>;
  appear: '' | 'none' | 'summoned';
  appearAt: string;
  appearPlace: string;
  began: string;
  closed: string;
}
const open = { answer: '' as const, words: '' };
export const NO_ANSWERS: AnswersTyped = {
  present: { witness: '', commune: '', interpreter: '', victim: '' },
  told: { 'said.accused': open, 'said.witness': open, 'said.victim': open, preventive: open },
  ...{ appear: '', appearAt: '', appearPlace: '', began: '', closed: '' },
};

export function answersTyped({ answers, statement }: RecordContent, zone: string): AnswersTyped {
  const field = (at: string | null | undefined) => (at ? fieldOf(Date.parse(at), zone) : '');
  const told = (said: Answers['preventive']): AnswersTyped['told'][Told] =>
    said ? { answer: said.words === null ? 'none' : 'words', words: said.words ?? '' } : open;
  if (!answers) return { ...NO_ANSWERS, told: { ...NO_ANSWERS.told, 'said.accused': told(statement ? { words: statement } : null) } };
  const { present, said, preventive, appear, began, closed } = answers;
  const yesNo = (role: (typeof ROLES)[number]) => (present[role] === null ? '' : present[role] ? 'yes' : 'no');
  return {
    present: { witness: yesNo('witness'), commune: yesNo('commune'), interpreter: yesNo('interpreter'), victim: yesNo('victim') },
    told: {
      'said.accused': told(said.accused),
      'said.witness': told(said.witness),
      'said.victim': told(said.victim),
      preventive: told(preventive),
    },
    appear: appear ? (appear.summoned ? 'summoned' : 'none') : '',
    appearAt: field(appear?.summoned?.at),
    appearPlace: appear?.summoned?.place ?? '',
    began: field(began),
    closed: field(closed),
  };
}

export function answersBody({ present, told, appear, appearAt, appearPlace, began, closed }: AnswersTyped, zone: string) {
  const of = (key: Told) => {
    const { answer, words } = told[key];
    return answer === '' ? null : { words: answer === 'words' ? words.trim() : null };
  };
  const moment = (field: string) => (field ? momentOf(field, zone) : null);
  return {
    present: Object.fromEntries(ROLES.flatMap((role) => (present[role] === '' ? [] : [[role, present[role] === 'yes']]))),
    said: { accused: of('said.accused'), witness: of('said.witness'), victim: of('said.victim') },
    preventive: of('preventive'),
    appear: appear === '' ? null : { summoned: appear === 'summoned' ? { at: momentOf(appearAt, zone), place: appearPlace.trim() } : null },
    began: moment(began),
    closed: moment(closed),
  };
}
