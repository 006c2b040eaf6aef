declare module '../core/events/event.js' {
  interface Events {
    /** somebody took the whole case along, with so many exhibits; `at`: in whose name whoever runs the machine took it, without a password */
    'dossier.exported': {
      v: 1;
      public: Record<string, never>;
      office: { caseId: string; exhibits: number; reasonId: string; at?: 'command-line' };
    };
    'clock.moved': { v: 1; public: Record<string, never>; office: { hours: number } };
  }
}
