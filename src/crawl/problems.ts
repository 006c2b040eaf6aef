import { problems } from '../core/problem/problem.js';

problems({
  'taken-for-a-reason': { status: 403, title: 'This is taken along for a reason only; pictures alone are shown' },
  'no-link-to-capture': { status: 422, title: 'This post has no link that could be captured' },
  'no-such-visitor': { status: 422, title: 'The office visits pages as no such visitor' },
  'no-such-route': { status: 422, title: 'There is no such way for captures to leave' },
  'nothing-to-compare': { status: 422, title: 'There is no other sealed look at this post to compare with' },
});
