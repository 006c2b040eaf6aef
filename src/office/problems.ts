import { problems } from '../core/problem/problem.js';

problems({
  'clock-too-far': { status: 422, title: 'The demo clock does not go that far' },
});
