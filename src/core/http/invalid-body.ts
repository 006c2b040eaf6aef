import { getMetadataStorage, type ValidationError } from 'class-validator';
import { invalidForm, type Bounds, type FieldFault } from '../problem/invalid.js';
import type { Problem } from '../problem/problem.js';

type Told = Pick<ValidationError, 'target' | 'property' | 'value' | 'constraints' | 'children'>;
/** Of what kind a value has to be; told before its form. */
const KINDS = ['isArray', 'isObject', 'nestedValidation', 'isString', 'isBoolean', 'isInt', 'isDate', 'isDateString', 'isIso8601'];
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
/** What has bounds, told after its form; the bounds by the arguments of the check. */
const BOUNDED: Record<string, (given: unknown[]) => Bounds> = {
  arrayMinSize: ([min]) => ({ min: min as number }),
  arrayMaxSize: ([max]) => ({ max: max as number }),
  min: ([min]) => ({ min: min as number }),
  max: ([max]) => ({ max: max as number }),
  minDate: ([first]) => ({ first: dayOf(first as Date) }),
  maxDate: ([last]) => ({ last: dayOf(last as Date) }),
  isLength: ([min, max]) => ({ min: min as number, max: max as number }),
  isTexts: ([max]) => ({ max: max as number }),
  isQuery: ([max]) => ({ max: max as number }),
  maxLength: ([max]) => ({ max: max as number }),
  // last: too few letters are told by the length where that says it
  says: ([min]) => ({ min: min as number }),
};
const ORDER = Object.keys(BOUNDED);
const rank = (rule: string): number => (KINDS.includes(rule) ? 0 : 2 + ORDER.indexOf(rule));

/** Says field by field what is wrong with a body or a query, each by the name of the check that it did not pass. */
export const invalidBody = (errors: Told[]): Problem => invalidForm(flatten(errors));

function flatten(errors: Told[], prefix = ''): FieldFault[] {
  return errors.flatMap((e) => [...faultsOf(e, prefix + e.property), ...flatten(e.children ?? [], `${prefix}${e.property}.`)]);
}

/** Decorators answer from the last to the first, whatever that says of a value; what is not there at all fails one check only. */
function faultsOf({ target, property, value, constraints = {} }: Told, path: string): FieldFault[] {
  const rules = Object.entries(constraints).sort(([a], [b]) => rank(a) - rank(b));
  if (rules.length === 0) return [];
  if ((value === undefined || value === null) && !('whitelistValidation' in constraints))
    return [{ path, rule: 'isDefined', message: `${property} is needed` }];
  return rules.map(([rule, message]) => ({ path, rule, message, ...boundsOf(rule, target, property) }));
}

function boundsOf(rule: string, target: object | undefined, property: string): Bounds {
  const read = BOUNDED[rule];
  if (!read || !target) return {};
  const checks = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return read(checks.find((check) => check.propertyName === property && check.name === rule)?.constraints ?? []);
}
