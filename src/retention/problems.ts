import { problems } from '../core/problem/problem.js';

problems({
  'batch-settled': { status: 409, title: 'This list is no longer where this can be done' },
  'nothing-due': { status: 409, title: 'Nothing of this list is left to go' },
  'barred-from-list': { status: 403, title: 'Something of this list may be decided by others only' },
  'own-batch': { status: 403, title: 'A list is decided by somebody who did not submit it' },
});
