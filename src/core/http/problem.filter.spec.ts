import { expect, test } from '@jest/globals';
import { Problem } from '../problem/problem.js';
import { asProblem } from './problem.filter.js';

test.each([
  [{ message: 'timeout exceeded when trying to connect' }, 'busy'], // pg-pool, when every connection is taken
  [{ message: 'Connection terminated due to connection timeout' }, 'busy'],
  [{ code: '57014', message: 'canceling statement due to statement timeout' }, 'busy'],
  [{ code: '53100', message: 'could not extend file' }, 'busy'],
  [{ code: 'ENOSPC', message: 'ENOSPC: no space left on device, write' }, 'busy'],
  [{ code: 'EHOSTUNREACH', message: 'connect EHOSTUNREACH 10.0.0.9:5432' }, 'busy'],
  [{ code: '23505', message: 'duplicate key value violates unique constraint "x_53200_key"' }, 'internal'],
  [new Problem('missing'), 'missing'],
  [new TypeError('x is not a function'), 'internal'],
])('%j is told as %s', (error, code) => expect(asProblem(error).code).toBe(code));
