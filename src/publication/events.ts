interface Ids {
  correctionId: string;
  claimId: string;
}
type Nothing = Record<string, never>;
interface Content {
  contentId: string;
  contentSha256: string;
}
declare module '../core/events/event.js' {
  interface Events {
    'correction.drafted': { v: 1; public: Nothing; office: Ids & Content };
    'correction.changed': { v: 1; public: Nothing; office: Ids & Content & { voidedApproval: boolean } };
    /** a case fell, and somebody found that it stands nevertheless */
    'correction.kept': { v: 1; public: Nothing; office: Ids & Content };
    'correction.returned': { v: 1; public: Nothing; office: Ids & Content };
    /** `act`: the id that its public page has; `again`: an edited text took the place of one that was public */
    'correction.published': { v: 2; public: { topic: string; act: string; again: boolean }; office: Ids & Content };
    'correction.withdrawal-proposed': { v: 1; public: Nothing; office: Ids & { withdrawalId: string } };
    'correction.withdrawal-declined': { v: 1; public: Nothing; office: Ids & { withdrawalId: string } };
    'correction.withdrawn': { v: 2; public: { topic: string; act: string; published: boolean }; office: Ids & { withdrawalId: string } };
  }
}
