import { fieldName, type Maybe } from './field-names.js';

/** One fault of a form, as the API tells it; its message is for programs. */
export interface FieldFault {
  path: string;
  rule: string;
  message: string;
  min?: number;
  max?: number;
  /** of a date, as days */
  first?: string;
  last?: string;
}
export interface ToldFault {
  path: string;
  field: string;
  says: string;
}
interface Words {
  maybe: Maybe;
  number: (n: number) => string;
  day: (iso: string) => string;
  /** what the form itself calls a field, by its path */
  names?: Record<string, string>;
}

const BOUNDS = ['min', 'max', 'first', 'last'] as const;

/** What is wrong with each field of a form, by the first rule that it breaks: what the validator says itself is nobody's language. */
export function toldFaults(faults: readonly FieldFault[], { maybe, number, day, names = {} }: Words): ToldFault[] {
  const first = new Map<string, FieldFault>();
  for (const fault of faults) if (!first.has(fault.path)) first.set(fault.path, fault);
  const told = (bound: number | string) => (typeof bound === 'number' ? number(bound) : day(bound));
  return [...first.values()].map(({ path, rule, ...of }) => {
    const bounds = Object.fromEntries(BOUNDS.flatMap((name) => (of[name] === undefined ? [] : [[name, told(of[name])]])));
    const says = maybe(`rule.${rule}`, bounds);
    return {
      path,
      field: Object.hasOwn(names, path) ? names[path] : fieldName(path, maybe),
      says: (says && !/\{(min|max|first|last)\b/.test(says) ? says : maybe('rule.other')) ?? '',
    };
  });
}
