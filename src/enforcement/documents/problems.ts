import { problems } from '../../core/problem/problem.js';

problems({
  'no-draft': { status: 409, title: 'This is no draft any more; read what was printed' },
  'no-form': { status: 422, title: 'The office has no form for this; it is written by hand' },
});
