import { problems } from '../core/problem/problem.js';

problems({
  leased: { status: 409, title: 'A colleague is working on this post' },
  'reason-needed': { status: 422, title: 'This judgement needs a reason in words' },
  'claim-needed': { status: 422, title: 'A false statement of fact needs a confirmed match with a known false claim' },
  'already-judged': { status: 409, title: 'This post was judged already' },
  'case-rests-on-it': { status: 409, title: 'A case rests on this judgement. To judge again, dismiss the case or let it fall first' },
  'undo-too-late': { status: 409, title: 'The time for an undo has passed' },
  'judgement-settled': { status: 409, title: 'A case was opened on this judgement. Dismiss the case, or propose that it falls' },
  'merged-away': { status: 409, title: 'This post turned out to be another one, which has an item of its own' },
  'own-claim': { status: 403, title: 'A claim is approved by somebody who did not write it' },
  'own-retirement': { status: 403, title: 'The retirement of a claim is decided by somebody who did not propose it' },
  'content-changed': { status: 409, title: 'The content was edited since you read it. Read the new version and try again' },
  'import-unreadable': { status: 422, title: 'This is no file of claims that can be read' },
  'import-too-large': { status: 413, title: 'The file is larger than the registry takes at once' },
  'nothing-to-import': { status: 422, title: 'Nothing in it is new to the registry' },
  'fact-checks-off': { status: 409, title: 'No fact-checking service is set for this office' },
  'fact-checks-many': { status: 429, title: 'The fact-checking service takes no more questions for now' },
  'fact-checks-refused': { status: 503, title: 'The fact-checking service refuses the question; its key or address may be wrong' },
  'fact-checks-silent': { status: 503, title: 'The fact-checking service does not answer' },
  'fact-checks-unreadable': { status: 503, title: 'What the fact-checking service answered cannot be read' },
  'claim-incomplete': { status: 422, title: 'The claim cannot enter the registry yet' },
});
