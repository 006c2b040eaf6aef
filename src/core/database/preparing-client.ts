import { createHash } from 'node:crypto';
import pg from 'pg';

/** Begins a statement that comes so often that each connection should plan it once only; its plan must be good for any values. */
export const PREPARED = '/* prepared */ ';
const names = new Map<string, string>();

/** A client that keeps the statements marked so. TypeORM has no way to name one. */
export class PreparingClient extends pg.Client {
  override query = ((first: unknown, ...rest: unknown[]) => {
    if (typeof first !== 'string' || !first.startsWith(PREPARED)) return super.query(first as string, ...(rest as [never]));
    const [values, ...callback] = rest;
    return super.query({ name: nameOf(first), text: first, values: values as unknown[] }, ...(callback as [never]));
  }) as pg.Client['query'];
}

function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = `s${createHash('sha256').update(text).digest('hex').slice(0, 20)}`));
  return name;
}
