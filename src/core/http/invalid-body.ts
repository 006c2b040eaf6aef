import type { ValidationError } from 'class-validator';
import { Problem } from '../problem/problem.js';

interface FieldError {
  path: string;
  message: string;
}

function flatten(errors: ValidationError[], prefix = ''): FieldError[] {
  return errors.flatMap((e) => {
    const path = prefix + e.property;
    return [...Object.values(e.constraints ?? {}).map((message) => ({ path, message })), ...flatten(e.children ?? [], `${path}.`)];
  });
}

/** Says field by field what is wrong with a body or a query. */
export function invalidBody(errors: Pick<ValidationError, 'property' | 'constraints' | 'children'>[]): Problem {
  return new Problem('invalid', { errors: flatten(errors).slice(0, 50) });
}
