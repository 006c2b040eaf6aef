import { problems } from '../core/problem/problem.js';

problems({
  'clock-too-far': { status: 422, title: 'The demo clock does not go that far' },
  'too-many-lists': { status: 409, title: 'You have saved as many lists as one person may; delete one first' },
  'list-name-taken': { status: 409, title: 'You have a list of this name here' },
});
