import type { Complaint } from './complaint.repository.js';

/** The ids by which the log names a complaint. */
export const complaintIds = ({ id, penaltyId, violationId, caseId }: Pick<Complaint, 'id' | 'penaltyId' | 'violationId' | 'caseId'>) => ({
  complaintId: id,
  penaltyId,
  violationId,
  caseId,
});
/** After an act. */
export interface ComplaintStepped {
  id: string;
  state: Complaint['state'];
  version: number;
}
