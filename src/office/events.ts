declare module '../core/events/event.js' {
  interface Events {
    /** somebody took the whole case along, with so many exhibits */
    'dossier.exported': { v: 1; public: Record<string, never>; office: { caseId: string; exhibits: number; reasonId: string } };
    'clock.moved': { v: 1; public: Record<string, never>; office: { hours: number } };
  }
}
