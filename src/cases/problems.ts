import { problems } from '../core/problem/problem.js';

problems({
  'already-in-case': { status: 409, title: 'This post stands in an open case already' },
  'not-judged-false': { status: 422, title: 'A case is opened for a post that is judged a false statement of fact' },
  'claim-gone': { status: 422, title: 'The claim that this judgement rests on has left the registry. Judge the post anew' },
  'case-lacks': { status: 422, title: 'Something is still missing for this step' },
  'no-such-step': { status: 409, title: 'This cannot be done from where the record stands' },
  'step-reason-needed': { status: 422, title: 'This step needs a reason in words' },
  'case-not-open': { status: 409, title: 'The case is no longer open; only notes are taken' },
  'own-fall': { status: 403, title: 'The fall of a case is decided by somebody who did not propose it' },
  'fall-proposed-already': { status: 409, title: 'Somebody proposed already that this case falls' },
  'own-reopening': { status: 403, title: 'The reopening of a case that fell is decided by somebody who did not propose it' },
  'reopening-proposed-already': { status: 409, title: 'Somebody proposed already that this case is reopened' },
  'post-fell': { status: 409, title: 'A case about this post fell. Propose that it is reopened' },
  'bad-paper': { status: 422, title: 'Only PDF, JPEG and PNG files are taken' },
  'too-many-papers': { status: 409, title: 'The case holds as many scanned papers as one may' },
  'already-exhibited': { status: 409, title: 'This evidence is an exhibit of the case already' },
  'foreign-evidence': { status: 422, title: 'This evidence does not belong to a post of the case' },
  'not-assignable': { status: 422, title: 'The case cannot be given to this person. Choose another' },
  'nobody-oversees': {
    status: 409,
    title: 'Nobody would be left who may know of this case and oversee it (chief, auditor). Give that role to somebody else first',
  },
  'own-bar': { status: 403, title: 'A bar is lifted by somebody who did not set it' },
  'past-deadline': { status: 422, title: 'A deadline lies in the future, on the office clock' },
  'undo-too-late': { status: 409, title: 'The time for an undo has passed' },
  'numbers-used-up': { status: 503, title: 'All case numbers of this year are given' },
});
