import type { AnswerOutcome } from './complaint.js';

type Nothing = Record<string, never>;
interface ComplaintIds {
  complaintId: string;
  penaltyId: string;
  violationId: string;
  caseId: string;
}
interface Answer {
  answerId: string;
  answerSha256: string;
  outcome: AnswerOutcome;
}
declare module '../../core/events/event.js' {
  interface Events {
    'complaint.received': { v: 1; public: Nothing; office: ComplaintIds & { inTime: boolean | null } };
    'complaint.accepted': { v: 1; public: Nothing; office: ComplaintIds & { inTime: boolean | null; complex: boolean } };
    'complaint.not-accepted': { v: 1; public: Nothing; office: ComplaintIds & { inTime: boolean | null } };
    'complaint.answer-drafted': { v: 1; public: Nothing; office: ComplaintIds & Answer };
    'complaint.returned': { v: 1; public: Nothing; office: ComplaintIds & Omit<Answer, 'outcome'> };
    /** the annulment that follows from it; null where it was rejected */
    'complaint.answered': { v: 1; public: Nothing; office: ComplaintIds & Answer & { titleId: string; annulmentId: string | null } };
    'complaint.withdrawn': { v: 1; public: Nothing; office: ComplaintIds };
  }
}
