import { problems } from '../problem/problem.js';

problems({
  'document-incomplete': { status: 422, title: 'The document cannot be printed yet: a field is missing or not in its form' },
  'document-too-large': { status: 422, title: 'The document is larger than the office prints' },
  'not-printed': { status: 503, title: 'The document could not be printed now; nothing was lost, try again' },
});
