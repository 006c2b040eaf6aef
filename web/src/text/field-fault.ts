import type { Values } from './fill.js';
import type { Language, TextKey } from './texts.js';
import { calendarDay } from './time.js';

/** What a field of a form says of itself, as far as its fault needs it. */
export interface Field {
  type: string;
  validity: Pick<ValidityState, (typeof FAULTS)[number][0]>;
  minLength?: number;
  maxLength?: number;
  min?: string;
  max?: string;
}
const FAULTS = [
  ['valueMissing', 'required'],
  ['badInput', 'unreadable'],
  ['typeMismatch', 'type'],
  ['patternMismatch', 'pattern'],
  ['tooShort', 'short'],
  ['tooLong', 'long'],
  ['rangeUnderflow', 'under'],
  ['rangeOverflow', 'over'],
  ['stepMismatch', 'step'],
] as const;
const CHOSEN = new Set(['checkbox', 'radio', 'select-one', 'select-multiple', 'file']);
const TYPED = new Set(['email', 'url']);

/** A day or a moment of a field as people write it: “25/11/2026”, “14:00 25/11/2026”. */
function written(bound: string, language: Language): string {
  const [day, time] = bound.split('T');
  return [time, /^\d{4}-\d\d-\d\d$/.test(day) ? calendarDay(day, language) : day].filter(Boolean).join(' ');
}

/** The first fault of a field as a text with what it must be; null where nothing is wrong with it. */
export function fieldFault(field: Field, language: Language): [TextKey, Values] | null {
  const fault = FAULTS.find(([name]) => field.validity[name])?.[1];
  if (!fault) return null;
  if (fault === 'required') return [CHOSEN.has(field.type) ? 'fault.choose' : 'fault.required', {}];
  if (fault === 'type') return [TYPED.has(field.type) ? `fault.${field.type as 'email' | 'url'}` : 'fault.unreadable', {}];
  const { minLength = '', maxLength = '', min = '', max = '' } = field;
  return [
    `fault.${fault}`,
    { least: fault === 'short' ? minLength : written(min, language), most: fault === 'long' ? maxLength : written(max, language) },
  ];
}
