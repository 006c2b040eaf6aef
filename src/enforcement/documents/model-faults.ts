import type { FieldFault } from '../../core/documents/form.js';
import type { DecisionDocument, Documents, FormCode } from './models.js';

export interface ModelFault {
  field: string;
  says: FieldFault['says'] | 'no sum' | 'one for each act';
}
const missing = (field: string): ModelFault[] => [{ field, says: 'missing' }];

/** What fields say together: a sum is that of its parts, whoever signs for another was delegated, what is not ordered has its reason. */
export function modelFaults<F extends FormCode>(form: F, model: Documents[F]): ModelFault[] {
  const signer = 'signer' in model && model.signer.instead && !model.delegation ? missing('delegation') : [];
  const remedies = 'remedies' in model && model.remedies.items.length === 0 ? remedyFaults(form, model.remedies) : [];
  const costs = 'remedies' in model && model.remedies.items.length > 0 && !model.remedies.costs ? missing('remedies.costs') : [];
  const stop = 'stop' in model && model.stop && !model.stop.demanded && !model.stop.reason ? missing('stop.reason') : [];
  return [...signer, ...remedies, ...costs, ...stop, ...(form === 'MQĐ02' ? penaltyFaults(model as DecisionDocument) : [])];
}

const remedyFaults = (form: FormCode, { reason }: { reason?: string }): ModelFault[] =>
  form === 'MQĐ15' ? [{ field: 'remedies.items', says: 'too few' }] : reason ? [] : missing('remedies.reason');

function penaltyFaults({ fine, acts, additional }: DecisionDocument): ModelFault[] {
  return [
    ...(additional.items.length === 0 && !additional.reason ? missing('additional.reason') : []),
    ...(fine && fine.amounts.length !== acts.length ? [{ field: 'fine.amounts', says: 'one for each act' as const }] : []),
    ...(fine && fine.amounts.reduce((sum, n) => sum + n, 0) !== fine.total ? [{ field: 'fine.total', says: 'no sum' as const }] : []),
  ];
}
