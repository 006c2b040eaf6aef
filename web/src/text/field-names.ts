import type { Values } from './fill.js';

export type Maybe = (key: string, values?: Values) => string | null;
/** What screens call their fields already, by the path of the field; the others are `field.*` among the texts. */
export const ON_SCREENS: Record<string, string> = {
  act: 'penalty.theact',
  'act.returnedByPolice': 'penalty.returned',
  'act.startedReason': 'penalty.startedother',
  'act.status': 'penalty.answered',
  'act.status.answer': 'penalty.answered',
  'act.status.reason': 'penalty.answerwhy',
  'amount.reason': 'penalty.amountwhy',
  'amount.value': 'penalty.amount',
  'answers.answer': 'penalty.answer',
  'answers.appear.summoned.at': 'penalty.appearat',
  'answers.appear.summoned.place': 'penalty.appearplace',
  checklist: 'takedown.checklist',
  copies: 'triage.filter.copies',
  circumstances: 'penalty.circumstances',
  'circumstances.code': 'penalty.circumstances',
  'circumstances.ground': 'penalty.shownby',
  crime: 'penalty.crime',
  'crime.reason': 'penalty.referwhy',
  'crime.signs': 'penalty.signs',
  delivery: 'takedown.way',
  end: 'penalty.end',
  exhibitId: 'penalty.paperof',
  exhibits: 'case.exhibits',
  fields: 'takedown.contents',
  how: 'penalty.servicehow',
  identity: 'penalty.papers',
  interest: 'penalty.interest',
  items: 'takedown.items',
  language: 'takedown.language',
  'language.said': 'correction.said',
  'language.title': 'correction.title',
  'language.truth': 'correction.truth',
  measures: 'penalty.measures',
  'measures.days': 'penalty.days',
  'measures.key': 'penalty.measures',
  'measures.leftOut': 'penalty.leftoutwhy',
  partyId: 'penalty.party',
  platform: 'takedown.platform',
  proof: 'takedown.proof',
  provision: 'penalty.provision',
  'provision.reason': 'penalty.provisionwhy',
  reply: 'takedown.reply',
  right: 'penalty.right',
  signed: 'penalty.signed',
  signs: 'penalty.signs',
  'sources.date': 'claim.date',
  'sources.url': 'claim.url',
  stopDemanded: 'penalty.ask.stop',
  stopReason: 'penalty.stopwhynot',
  subject: 'penalty.subject',
  'wordings.text': 'field.wordings',
};
/** groups of fields that a screen names one by one */
const GROUPS = new Map([
  ['identity', 'penalty.paper'],
  ['details', 'penalty.present'],
  ['answers', 'penalty.ask'],
]);
const LANGUAGES = ['vi', 'en'];
const isPlace = (name: string) => /^\d+$/.test(name);

/** The text that names a field, by its path without places in lists; of a text in two languages, `language` stands for either. */
export function nameKey(path: readonly string[], has: (key: string) => boolean): string | null {
  const [first, ...rest] = path;
  const group = GROUPS.get(first);
  const whole = path.join('.');
  if (Object.hasOwn(ON_SCREENS, whole)) return ON_SCREENS[whole];
  for (const told of group ? [rest, rest.slice(0, -1)] : []) {
    const key = [group, ...told].join('.');
    if (told.length > 0 && has(key)) return key;
  }
  for (let at = 0; at < path.length; at++) {
    const key = `field.${path.slice(at).join('.')}`;
    if (has(key)) return key;
  }
  return null;
}

/** What people call a field: `sources.1.title` is the name of source 2, `en.title` the English headline; what has no name is told by its path. */
export function fieldName(path: string, maybe: Maybe): string {
  const names = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  const spoken = names.length > 1 && LANGUAGES.includes(names[0]);
  const plain = names.filter((name) => !isPlace(name));
  const key = nameKey(spoken ? ['language', ...plain.slice(1)] : plain, (k) => maybe(k) !== null);
  if (!key) return path;
  const places = names.filter(isPlace).map((name) => String(Number(name) + 1));
  return [maybe(key), ...places, ...(spoken ? [`(${maybe(`spoken.${names[0]}`)})`] : [])].join(' ');
}
