declare module '../events/event.js' {
  interface Events {
    /** bytes that somebody asked for are not those that were sealed: `of` is the record, `part` what of it */
    'evidence.damaged': { v: 1; public: Record<string, never>; office: { of: string; part: string } };
    /** custody: somebody let the house compute the hashes of an evidence item anew */
    'evidence.verified': {
      v: 1;
      public: Record<string, never>;
      office: { evidenceId: string; captureId: string | null; verified: boolean };
    };
    /** custody: somebody took an evidence item along; `part` is as what, `reasonId` names why */
    'evidence.exported': {
      v: 1;
      public: Record<string, never>;
      office: { evidenceId: string; captureId: string | null; part: string; reasonId: string };
    };
    /** custody: nothing of an evidence item may be purged, for the reason that `reasonId` names */
    'evidence.held': {
      v: 1;
      public: Record<string, never>;
      office: { evidenceId: string; captureId: string | null; part: 'hold'; reasonId: string };
    };
    /** custody: a hold ended */
    'evidence.released': {
      v: 1;
      public: Record<string, never>;
      office: { evidenceId: string; captureId: string | null; part: 'hold-lifted'; reasonId: string };
    };
    /** custody: two persons let it go when its time was over; its tombstone tells by which rule */
    'evidence.purged': { v: 1; public: Record<string, never>; office: { evidenceId: string; captureId: string | null; part: 'purged' } };
  }
}
