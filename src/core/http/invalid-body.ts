import type { ValidationError } from 'class-validator';
import type { FieldFault } from '../problem/invalid.js';
import { Problem } from '../problem/problem.js';

function flatten(errors: ValidationError[], prefix = ''): FieldFault[] {
  return errors.flatMap((e) => {
    const path = prefix + e.property;
    return [
      ...Object.entries(e.constraints ?? {}).map(([rule, message]) => ({ path, rule, message })),
      ...flatten(e.children ?? [], `${path}.`),
    ];
  });
}

/** Says field by field what is wrong with a body or a query, each by the name of the check that it did not pass. */
export function invalidBody(errors: Pick<ValidationError, 'property' | 'constraints' | 'children'>[]): Problem {
  return new Problem('invalid', { errors: flatten(errors).slice(0, 50) });
}
