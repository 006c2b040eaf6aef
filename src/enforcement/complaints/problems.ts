import { problems } from '../../core/problem/problem.js';

problems({
  'complaint-lacks': { status: 422, title: 'Something is still missing before this complaint can go on' },
  'complaint-exists': { status: 409, title: 'A complaint about this decision is on file already. Open that one' },
  'not-complained-about': { status: 409, title: 'Only a decision that was issued and stands is complained about' },
  'complaint-needed': { status: 422, title: 'A decision is taken back on a complaint only once one about it was upheld' },
});
