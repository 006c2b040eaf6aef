import { problems } from '../core/problem/problem.js';

problems({
  'taken-for-a-reason': { status: 403, title: 'This is taken along for a reason only; pictures alone are shown' },
  'no-link-to-capture': { status: 422, title: 'This post has no link that could be captured' },
  'no-such-visitor': { status: 422, title: 'The office visits pages as no such visitor' },
  'no-such-route': { status: 422, title: 'There is no such way for captures to leave' },
  'profile-name-taken': { status: 409, title: 'A session or a visitor has that name' },
  'profile-of-other-hosts': { status: 422, title: 'This session is not for the host of that link' },
  'cookies-unreadable': { status: 422, title: 'These are no cookies that a browser keeps' },
  'no-cookies-for-hosts': { status: 422, title: 'None of these cookies counts for those hosts' },
  'package-unreadable': { status: 422, title: 'The sealed bytes are no package that can be read' },
  'nothing-to-compare': { status: 422, title: 'There is no other sealed look at this post to compare with' },
});
