import { may } from '../../api/queries.js';
import type { Me } from '../../api/types.js';
import type { TextKey } from '../../text/texts.js';

interface Act {
  text: TextKey;
  /** where it is done */
  path: string;
  right?: string;
}
const ACTS: Act[] = [
  { text: 'command.case', path: '/triage?state=judged', right: 'case.work' },
  { text: 'command.claim', path: '/claims?new=true', right: 'claim.draft' },
  { text: 'command.report', path: '/intake', right: 'report.enter' },
  { text: 'command.takedown', path: '/cases?state=confirmed', right: 'takedown.draft' },
  { text: 'command.record', path: '/cases?state=confirmed', right: 'violation.draw' },
  { text: 'command.decision', path: '/penalties?view=records&state=drawn', right: 'penalty.draft' },
  { text: 'command.links', path: '/takedowns?view=links', right: 'takedown.read' },
  { text: 'command.records', path: '/penalties?view=records', right: 'violation.read' },
  { text: 'command.mycases', path: '/cases?assignee=me&open=true', right: 'case.work' },
  { text: 'command.log', path: '/log', right: 'log.read' },
  { text: 'command.users', path: '/users', right: 'users.manage' },
  { text: 'command.account', path: '/users?tab=own' },
];

/** What this person may do, and where it is done. */
export const actsOf = (me: Me): Act[] => ACTS.filter((a) => !a.right || may(me, a.right));
