/** Who walks. Each role twice where the law asks for a second person; `allround` holds every role, so only the rule about own work stands in the way. */
export const PEOPLE = {
  inspector: ['inspector'],
  colleague: ['inspector'],
  legal: ['legal'],
  lawyer: ['legal'],
  coordinator: ['coordinator'],
  chief: ['chief'],
  untitled: ['chief'],
  operator: ['operator'],
  allround: ['inspector', 'legal', 'coordinator', 'chief'],
} as const;
export type Person = keyof typeof PEOPLE;
export type Role = (typeof PEOPLE)[Person][number];
export const persons = Object.keys(PEOPLE) as Person[];

/** Whose title covers a signature; the other chief has shown a second factor and holds no title. */
export const TITLED: readonly Person[] = ['chief', 'allround'];
export const SIGNERS: readonly Person[] = [...TITLED, 'untitled'];

/** Whose title stands on a record that they draw up. */
export const RECORDERS: readonly Person[] = ['inspector', 'colleague'];

/** Who may do what by their role, as the acts of the house are laid down: not read from the table that the house runs by. */
const DUTIES = {
  'enter a report': ['operator'],
  'draft a claim': ['inspector', 'legal'],
  'approve a claim': ['chief'],
  judge: ['inspector'],
  'work on a case': ['inspector'],
  'note on a case': ['inspector', 'legal', 'coordinator', 'chief'],
  'propose a fall': ['inspector', 'legal'],
  'decide a fall': ['chief'],
  'draft a request': ['coordinator'],
  'approve a request': ['legal', 'chief'],
  'send a request': ['coordinator'],
  'draw a record': ['inspector'],
  'draft a penalty': ['legal'],
  'sign a penalty': ['chief'],
  'void a signature': ['legal', 'chief'],
  'issue a penalty': ['coordinator'],
  'record a complaint': ['legal', 'coordinator'],
  'draft a correction': ['inspector', 'legal'],
  'approve a correction': ['legal', 'chief'],
  'propose a withdrawal': ['inspector', 'legal', 'chief'],
  'move the clock': ['chief'],
} as const satisfies Record<string, readonly Role[]>;
export type Duty = keyof typeof DUTIES | 'anybody';

export const has = (who: Person, duty: Duty): boolean =>
  duty === 'anybody' || DUTIES[duty].some((role) => (PEOPLE[who] as readonly Role[]).includes(role));
