import type { CaseState } from './case.flow.js';

type Nothing = Record<string, never>;
declare module '../core/events/event.js' {
  interface Events {
    'case.proposed': { v: 1; public: Nothing; office: { postId: string; itemId: string; judgementId: string } };
    'case.proposal-declined': { v: 1; public: Nothing; office: { postId: string; judgementId: string; declineId: string } };
    'case.proposal-restored': { v: 1; public: Nothing; office: { postId: string; judgementId: string; declineId: string } };
    'case.opened': { v: 1; public: { platform: string; topic: string }; office: { caseId: string; postId: string } };
    'case.post-added': { v: 1; public: Nothing; office: { caseId: string; postId: string; reason: 'added' | 'merged' } };
    'exhibit.attached': { v: 1; public: Nothing; office: { caseId: string; exhibitId: string; evidenceId: string; part: string } };
    /** custody: somebody read a scanned paper */
    'paper.read': { v: 1; public: Nothing; office: { caseId: string; exhibitId: string } };
    /** custody: somebody saw the small picture of a file that was brought */
    'file.read': { v: 1; public: Nothing; office: { caseId: string; exhibitId: string; part: 'still' } };
    'case.noted': { v: 1; public: Nothing; office: { caseId: string; noteId: string } };
    /** somebody looked at it anew since a claim that it rests on is false no more */
    'case.looked-anew': { v: 1; public: Nothing; office: { caseId: string; claimId: string; lookId: string } };
    'case.party-added': { v: 1; public: Nothing; office: { caseId: string; partyId: string; role: string; kind: string } };
    /** nothing of the case may be purged: every capture, submission and name of it; `reasonId` names why */
    'case.held': { v: 1; public: Nothing; office: { caseId: string; holdId: string; reasonId: string } };
    'case.release-proposed': { v: 1; public: Nothing; office: { caseId: string; holdId: string; reasonId: string } };
    'case.release-declined': { v: 1; public: Nothing; office: { caseId: string; holdId: string } };
    'case.released': { v: 1; public: Nothing; office: { caseId: string; holdId: string; reasonId: string } };
    'case.bar-lifted': { v: 1; public: Nothing; office: { caseId: string; partyId: string } };
    'case.retitled': { v: 1; public: Nothing; office: { caseId: string; titleId: string } };
    'case.assigned': { v: 1; public: Nothing; office: { caseId: string; staffId: string | null } };
    'case.deadline-set': { v: 1; public: Nothing; office: { caseId: string; deadlineId: string } };
    'case.deadline-met': { v: 1; public: Nothing; office: { caseId: string; deadlineId: string } };
    'case.deadline-passed': { v: 1; public: Nothing; office: { caseId: string; deadlineId: string } };
    'case.stepped': { v: 1; public: { to: CaseState }; office: { caseId: string; stepId: string; from: CaseState; to: CaseState } };
    'case.fall-proposed': { v: 1; public: Nothing; office: { caseId: string; proposalId: string } };
    'case.fall-declined': { v: 1; public: Nothing; office: { caseId: string; proposalId: string } };
    'case.reopening-proposed': { v: 1; public: Nothing; office: { caseId: string; proposalId: string } };
    'case.reopening-declined': { v: 1; public: Nothing; office: { caseId: string; proposalId: string } };
    /** a case that fell is looked into again */
    'case.reopened': { v: 1; public: Nothing; office: { caseId: string; proposalId: string } };
    /** a case that was confirmed no longer stands: what was asked for on its ground is withdrawn */
    'case.fell': { v: 1; public: Nothing; office: { caseId: string; proposalId: string } };
  }
}
