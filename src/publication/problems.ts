import { problems } from '../core/problem/problem.js';

problems({
  'no-such-receipt': { status: 404, title: 'No report has this receipt code' },
  'correction-exists': { status: 409, title: 'This claim has a correction already. Open that one' },
  'correction-lacks': { status: 422, title: 'Something is still missing before this correction can go on' },
  'claim-not-in-force': { status: 422, title: 'Only a claim that is in force can be corrected in public' },
  'withdrawal-open': { status: 409, title: 'Somebody proposed to withdraw it already; that waits for a decision' },
  'own-draft': { status: 403, title: 'Nobody approves what they wrote. Ask another legal officer or a chief' },
  'no-such-step': { status: 409, title: 'This cannot be done from where the record stands' },
  'content-changed': { status: 409, title: 'The content was edited since you read it. Read the new version and try again' },
  'blank-left': { status: 422, title: 'A blank of the text is not filled yet' },
});
