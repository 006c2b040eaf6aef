declare module '../core/events/event.js' {
  interface Events {
    'claim.drafted': { v: 1; public: Record<string, never>; office: { claimId: string; versionId: string } };
    'claim.approved': { v: 1; public: { topic: string }; office: { claimId: string; versionId: string } };
    'claim.returned': { v: 1; public: Record<string, never>; office: { claimId: string; versionId: string } };
    'claim.retirement-proposed': { v: 1; public: Record<string, never>; office: { claimId: string; retirementId: string } };
    'claim.retirement-declined': { v: 1; public: Record<string, never>; office: { claimId: string; retirementId: string } };
    /** that a claim is the same as another, and becomes part of it; or is one by itself after all */
    'claim.merge-proposed': { v: 1; public: Record<string, never>; office: { claimId: string; intoId: string; mergeId: string } };
    'claim.merge-declined': { v: 1; public: Record<string, never>; office: { claimId: string; intoId: string; mergeId: string } };
    'claim.merged': { v: 1; public: { topic: string }; office: { claimId: string; intoId: string } };
    'claim.reinstate-proposed': { v: 1; public: Record<string, never>; office: { claimId: string; intoId: string; mergeId: string } };
    'claim.reinstate-declined': { v: 1; public: Record<string, never>; office: { claimId: string; intoId: string; mergeId: string } };
    'claim.reinstated': { v: 1; public: { topic: string }; office: { claimId: string; intoId: string } };
    'claim.split': { v: 1; public: Record<string, never>; office: { claimId: string; newClaimId: string } };
    'claim.retired': { v: 1; public: { topic: string }; office: { claimId: string } };
    /** it is false no more since that day: its time ended, or it left the registry */
    'claim.overtaken': { v: 1; public: Record<string, never>; office: { claimId: string; since: string; cause: 'ended' | 'retired' } };
    /** a changed claim is set beside the posts that came in before */
    'sweep.started': { v: 1; public: Record<string, never>; office: { sweepId: string; claimId: string; versionId: string } };
    'sweep.cancelled': { v: 1; public: Record<string, never>; office: { sweepId: string; claimId: string } };
    'sweep.resumed': { v: 1; public: Record<string, never>; office: { sweepId: string; claimId: string } };
    /** a later change of the claim has a sweep of its own */
    'sweep.superseded': { v: 1; public: Record<string, never>; office: { sweepId: string; claimId: string } };
    /** its turn failed for good; what was the matter stays off the log */
    'sweep.failed': { v: 1; public: Record<string, never>; office: { sweepId: string; claimId: string } };
    'sweep.done': { v: 1; public: Record<string, never>; office: { sweepId: string; claimId: string; items: number; found: number } };
    'post.matched': { v: 1; public: { strength: string }; office: { itemId: string; postId: string; matches: Json } };
    /** it is like these earlier posts, by a picture, a still or its text */
    'post.seen-before': { v: 1; public: Record<string, never>; office: { postId: string; posts: number } };
    /** somebody had it open and left it without a decision, or let the time run out */
    'post.skipped': { v: 1; public: Record<string, never>; office: { itemId: string; postId: string; way: string } };
    'match.decided': { v: 1; public: Record<string, never>; office: { itemId: string; matchId: string; decision: string | null } };
    /** an inspector said which claim a post is about where none was suggested */
    'match.named': { v: 1; public: Record<string, never>; office: { itemId: string; matchId: string; claimId: string } };
    'post.judged': {
      v: 1;
      public: { judgement: string; platform: string; topic: string };
      office: {
        judgementId: string;
        itemId: string;
        postId: string;
        judgement: string;
        claimVersionId: string | null;
        evidenceId: string | null;
      };
    };
    /** thresholds in thousandths */
    'matching.trial-asked': {
      v: 1;
      public: Record<string, never>;
      office: { trialId: string; suggest: number; strong: number; model: string };
    };
    /** what inspectors decided left the house, at the command line */
    'matching.decisions-exported': { v: 1; public: Record<string, never>; office: { posts: number } };
    'matching.trial-stopped': { v: 1; public: Record<string, never>; office: { trialId: string } };
    'matching.trial-failed': { v: 1; public: Record<string, never>; office: { trialId: string } };
    'matching.trial-resumed': { v: 1; public: Record<string, never>; office: { trialId: string } };
    'matching.trial-approved': {
      v: 1;
      public: Record<string, never>;
      office: { trialId: string; suggest: number; strong: number; model: string };
    };
    'matching.trial-declined': { v: 1; public: Record<string, never>; office: { trialId: string } };
    'judgement.undone': { v: 1; public: { judgement: string }; office: { judgementId: string; itemId: string; postId: string } };
  }
}
