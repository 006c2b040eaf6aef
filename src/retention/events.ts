type Nothing = Record<string, never>;
declare module '../core/events/event.js' {
  interface Events {
    /** the house found what is due */
    'retention.proposed': { v: 1; public: Nothing; office: { batchId: string; items: number } };
    /** somebody keeps one thing of a list for a reason */
    'retention.kept': { v: 1; public: Nothing; office: { batchId: string; itemId: string; reasonId: string } };
    'retention.submitted': { v: 1; public: Nothing; office: { batchId: string; reasonId: string } };
    'retention.approved': { v: 1; public: Nothing; office: { batchId: string } };
    'retention.declined': { v: 1; public: Nothing; office: { batchId: string } };
    /** one thing went; of evidence its hashes stand on its tombstone */
    'retention.purged': { v: 1; public: Nothing; office: { batchId: string; itemId: string; kind: string; refId: string } };
    'retention.done': { v: 1; public: Nothing; office: { batchId: string; purged: number; refused: number } };
  }
}
