import { problems } from '../core/problem/problem.js';

problems({
  'nothing-reported': { status: 422, title: 'Give a link, a text or a picture' },
  'bad-link': { status: 422, title: 'This link cannot be taken' },
  'bad-picture': { status: 415, title: 'Only PNG, JPEG, WebP and GIF pictures are taken' },
  'submission-key': { status: 400, title: 'The key of a report is random: 22 to 64 letters, digits, hyphens or underscores' },
  'no-contact': { status: 422, title: 'This report came without a contact' },
});
