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
  'no-words': { status: 422, title: 'This post has no words that could be set beside a claim' },
  'no-such-claim': { status: 422, title: 'This claim is not in force' },
  'no-model': { status: 422, title: 'This is no model that ranks claims' },
  'strong-below-suggest': { status: 422, title: 'The threshold of strong must not lie below that of suggest' },
  'trial-running': { status: 409, title: 'Another trial is running. Wait for it, or stop it' },
  'trial-outdated': { status: 409, title: 'Other rules came into force since this trial began. Try it again beside those' },
  'own-trial': { status: 403, title: 'A trial is approved by somebody who did not ask for it' },
  'claim-incomplete': { status: 422, title: 'The claim cannot enter the registry yet' },
});
