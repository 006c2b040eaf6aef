declare module '../events/event.js' {
  interface Events {
    'installation.restored': { v: 1; public: Record<string, never>; office: { backup: string; seq: string; held: number } };
    'delivery.released': { v: 1; public: Record<string, never>; office: { deliveryId: string; handler: string } };
  }
}
