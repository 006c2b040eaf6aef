export type CaptureReason = 'report' | 'inspector' | 'second-look';

declare module '../core/events/event.js' {
  interface Events {
    'capture.ordered': { v: 1; public: { reason: CaptureReason }; office: { captureId: string; postId: string; addressId: string } };
    'capture.joined': { v: 1; public: { reason: CaptureReason }; office: { captureId: string; postId: string; addressId: string } };
    'capture.sealed': {
      v: 1;
      public: { platform: string; outcome: string };
      office: { captureId: string; postId: string; addressId: string; evidenceId: string; observation: string };
    };
    'capture.failed': {
      v: 1;
      public: { outcome: 'failed' };
      office: { captureId: string; postId: string; addressId: string; observation: string; rule: string };
    };
    'address.observed': { v: 1; public: { observation: string }; office: { captureId: string; postId: string; addressId: string } };
    /** custody: somebody read a part of a capture */
    'evidence.read': { v: 1; public: Record<string, never>; office: { captureId: string; part: string } };
  }
}
