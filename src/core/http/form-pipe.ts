import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { invalid } from '../problem/invalid.js';
import { invalidBody } from './invalid-body.js';

/** Names that every object has by itself: what reads a form takes them for its own and loses what was sent under them. */
const isTaken = (name: string): boolean => name in Object.prototype;

/** Where in what was sent such a name stands; however deep it is, it is walked step by step. */
function takenIn(sent: unknown): string | undefined {
  const todo: [string, unknown][] = [['', sent]];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const [at, value] = next;
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    for (const [name, inner] of Object.entries(value)) {
      const here = at ? `${at}.${name}` : name;
      if (isTaken(name)) return here.slice(-LONGEST);
      if (typeof inner === 'object') todo.push([here.slice(-LONGEST), inner]);
    }
  }
  return undefined;
}
const LONGEST = 200;

/** Every form of every route, as its class describes it: nothing in it is unknown, and nothing is dropped unsaid. */
export class FormPipe extends ValidationPipe {
  constructor() {
    super({
      ...{ whitelist: true, forbidNonWhitelisted: true, transform: true },
      validationError: { target: true }, // by its class the bounds of a check are found
      exceptionFactory: invalidBody,
    });
  }
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const taken = metadata.type === 'body' || metadata.type === 'query' ? takenIn(value) : undefined;
    if (taken) throw invalid({ path: taken, rule: 'takenName', message: `${taken} is a name that no form takes` });
    return super.transform(value, metadata);
  }
}
