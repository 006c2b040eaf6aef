import { fieldName, type Maybe } from './field-names.js';

/** One fault of a form, as the API tells it; its message is for programs. */
export interface FieldFault {
  path: string;
  rule: string;
  message: string;
  min?: number;
  max?: number;
  day?: string;
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

/** What is wrong with each field of a form, by the first rule that it breaks: what the validator says itself is nobody's language. */
export function toldFaults(faults: readonly FieldFault[], { maybe, number, day: told, names = {} }: Words): ToldFault[] {
  const first = new Map<string, FieldFault>();
  for (const fault of faults) if (!first.has(fault.path)) first.set(fault.path, fault);
  return [...first.values()].map(({ path, rule, min, max, day }) => {
    const bounds = Object.fromEntries(Object.entries({ min, max }).flatMap(([name, n]) => (n === undefined ? [] : [[name, number(n)]])));
    const says = maybe(`rule.${rule}`, { ...bounds, ...(day ? { day: told(day) } : {}) });
    return {
      path,
      field: Object.hasOwn(names, path) ? names[path] : fieldName(path, maybe),
      says: (says && !/\{(min|max|day)\b/.test(says) ? says : maybe('rule.other')) ?? '',
    };
  });
}
