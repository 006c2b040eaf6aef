declare module '../core/events/event.js' {
  interface Events {
    'clock.moved': { v: 1; public: Record<string, never>; office: { hours: number } };
  }
}
