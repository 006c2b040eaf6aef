import { problems } from '../../problem/problem.js';

problems({
  'idempotency-key': { status: 400, title: 'An idempotency key has 1 to 200 visible characters' },
  'idempotency-mismatch': { status: 422, title: 'This idempotency key came with another request before' },
  'same-key-running': { status: 409, title: 'A request with this idempotency key is still being carried out' },
  'answer-lost': {
    status: 409,
    title: 'This request took effect, but its answer was lost; read the current state instead of sending it again',
  },
});
