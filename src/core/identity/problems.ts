import { problems } from '../problem/problem.js';

problems({
  'wrong-sign-in': { status: 401, title: 'E-mail, password or code is wrong' },
  'code-needed': { status: 401, title: 'Enter the code of your second factor' },
  'insecure-host': { status: 403, title: 'Sign-in needs HTTPS; over plain HTTP it works on this machine only (localhost)' },
  'bad-csrf': { status: 403, title: 'This page is out of date; load it again' },
  'email-taken': { status: 409, title: 'An account with this e-mail exists' },
  'own-rights': { status: 403, title: 'Nobody proposes or approves rights for themselves' },
  'password-given': { status: 403, title: 'Choose a password of your own first; somebody else knows this one' },
  'wrong-password': { status: 422, title: 'The present password is wrong' },
  'same-password': { status: 422, title: 'Choose a password that differs from the present one' },
  'weak-password': {
    status: 422,
    title: 'Choose at least 12 visible characters, more than a few of them different, without your name or e-mail',
  },
  'used-password': { status: 422, title: 'Your account had this password before; choose a new one' },
  'last-approver': {
    status: 409,
    title: 'Nobody would be left to manage users or to approve rights; give that right to somebody else first',
  },
  'own-account': { status: 403, title: 'Nobody locks their own account' },
  'wrong-code': { status: 422, title: 'This code is wrong or too old' },
  'second-factor-enrolled': { status: 409, title: 'A second factor is in force; an administrator can reset it' },
  'second-factor-not-begun': { status: 409, title: 'There is no second factor that waits to be confirmed' },
  'own-second-factor': { status: 403, title: 'Another administrator resets your second factor' },
  'identity-not-approved': { status: 403, title: 'Who reported is shown after the chief approved your request' },
  'identity-expired': { status: 403, title: 'The time to look is over; ask again' },
  'identity-asked': { status: 409, title: 'You asked for this already; the answer comes in My work' },
  'own-identity-request': { status: 403, title: 'A request to see who reported is answered by somebody else' },
  'step-up-needed': { status: 403, title: 'Show your second factor again: it counts for a few minutes only' },
  'title-unknown': { status: 422, title: 'The office knows no such title' },
  'second-factor-needed': { status: 403, title: 'Enrol a second factor before you act' },
});
