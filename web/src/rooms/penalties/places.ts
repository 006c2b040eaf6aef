import type { Places } from '../../parts/next-steps.js';
import type { DecisionFull } from './types.js';

/** Where what a decision lacks is seen to. */
export function placesOf(file: DecisionFull): Places {
  const record = `/penalties/records/${file.violationId}`;
  const edit = file.next.some((n) => n.act === 'change') ? '#edit' : undefined;
  return {
    'case-confirmed': `/cases/${file.caseId}`,
    'case-stands': `/cases/${file.caseId}`,
    'judged-false': `/cases/${file.caseId}#posts`,
    'sealed-evidence': `/cases/${file.caseId}#exhibits`,
    'record-drawn': record,
    'punished-once': file.open.other?.id ? `/penalties/records/${file.open.other.id}` : undefined,
    'right-confirmed': `${record}#explanation`,
    explained: `${record}#explanation`,
    'within-window': `${record}#explanation`,
    'new-version': edit,
    'explanation-answered': edit,
    'questions-answered': edit ?? '#open',
    'sum-holds': edit ?? '#open',
    'measures-decided': edit,
    'referral-decided': edit,
    'law-confirmed': '#open',
    'document-complete': '#document',
    'within-limitation': '#open',
    'competent-title': '#competence',
    'no-annulment': file.annulment ? `/penalties/${file.annulment.id}` : undefined,
    'no-upheld-complaint': file.annuls ? `/penalties/${file.annuls}#complaints` : undefined,
    'annulled-stands': file.annuls ? `/penalties/${file.annuls}` : undefined,
  };
}
