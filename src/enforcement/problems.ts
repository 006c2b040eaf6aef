import { problems } from '../core/problem/problem.js';

problems({
  'unknown-platform': { status: 422, title: 'The office knows no platform of this name' },
  'blank-left': { status: 422, title: 'A blank of the text is not filled yet' },
  'takedown-lacks': { status: 422, title: 'Something is still missing for this step' },
  'own-draft': { status: 403, title: 'Nobody approves what they wrote. Ask another legal officer or a chief' },
  'own-sending': { status: 403, title: 'Whoever sent it does not note that it came back. Ask another legal officer or a chief' },
  'no-such-step': { status: 409, title: 'This cannot be done from where the record stands' },
  'content-changed': { status: 409, title: 'The content was edited since you read it. Read the new version and try again' },
  'already-sent': { status: 409, title: 'What was sent is not changed any more' },
  'already-leaving': { status: 409, title: 'It is leaving the office already and cannot be called back' },
  'already-asked': { status: 409, title: 'Another request has one of these links. Unselect it, or open that request' },
  'withdrawal-exists': { status: 409, title: 'A withdrawal of this request is written already' },
  'foreign-link': { status: 422, title: 'This link does not belong to the case, or is not the exact link' },
  'other-platform': { status: 422, title: 'A request goes to one platform; this link belongs to another' },
  'no-template': { status: 422, title: 'There is no text for this language' },
  'bad-recipient': {
    status: 422,
    title: 'The recipient does not fit the way: an e-mail needs an address. Change the recipient or the way',
  },
  'checklist-open': { status: 422, title: 'Tick everything on the list and write down the proof first' },
  'reply-time': { status: 422, title: 'A reply comes after the request left, and not in the future' },
});
