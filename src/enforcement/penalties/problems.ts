import { problems } from '../../core/problem/problem.js';

problems({
  'violation-lacks': { status: 422, title: 'Something is still missing before this record can go on' },
  'penalty-lacks': { status: 422, title: 'Something is still missing before this decision can go on' },
  'violation-exists': { status: 409, title: 'This act of this person is recorded already. Open that record' },
  'penalty-exists': { status: 409, title: 'Something is decided on this record already. Open that decision' },
  'annulment-exists': { status: 409, title: 'An annulment of this decision is written already' },
  'not-accused': { status: 422, title: 'A record is drawn up about a party accused in the case, of the kind that it names' },
  'exhibit-damaged': {
    status: 422,
    title: 'An exhibit is no longer what was sealed. Nothing is signed on it; have it brought back from a backup',
  },
  'foreign-exhibit': { status: 422, title: 'This exhibit does not belong to the case' },
  'not-a-paper': { status: 422, title: 'This is proven by a paper of the case, such as a scan; a capture of a post proves none of it' },
  'paper-needed': { status: 422, title: 'The law wants this in writing: name the paper of the case that shows it' },
  'paper-too-early': {
    status: 422,
    title: 'This paper came to the case before there was what it is to prove',
  },
  'record-drawn': { status: 409, title: 'A record that was drawn up is not written anew' },
  'already-issued': { status: 409, title: 'What bears a number is not changed any more; it can only be annulled' },
  'right-differs': { status: 422, title: 'Whether there is a right to explain follows from the frame, and not as you say' },
  'no-right-to-explain': { status: 422, title: 'The law gives no right to explain here' },
  'out-of-time': { status: 422, title: 'That day lies outside the time that counts' },
  'own-signature': { status: 403, title: 'Nobody decides on what they wrote, drew up or signed. Ask another person' },
  'receipt-known': { status: 409, title: 'This receipt is recorded already' },
  overpaid: { status: 422, title: 'That is more than is owed' },
  'calendar-short': { status: 422, title: 'The days off of that year are not known yet; nothing can be counted into it' },
  'law-confirmed-already': { status: 409, title: 'This is confirmed on the case already' },
});
