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
    'correction.returned': { v: 1; public: Nothing; office: Ids & Content };
    'correction.published': { v: 1; public: { topic: string }; office: Ids & Content };
    'correction.withdrawal-proposed': { v: 1; public: Nothing; office: Ids & { withdrawalId: string } };
    'correction.withdrawal-declined': { v: 1; public: Nothing; office: Ids & { withdrawalId: string } };
    'correction.withdrawn': { v: 1; public: { topic: string; published: boolean }; office: Ids & { withdrawalId: string } };
  }
}
