export type CaptureReason = 'report' | 'inspector' | 'second-look' | 'source';

declare module '../core/events/event.js' {
  interface Events {
    'capture.ordered': { v: 1; public: { reason: CaptureReason }; office: { captureId: string; postId: string; addressId: string } };
    'capture.joined': { v: 1; public: { reason: CaptureReason }; office: { captureId: string; postId: string; addressId: string } };
    /** version 1 had no hash of the package */
    'capture.sealed': {
      v: 2;
      public: { platform: string; outcome: string };
      office: { captureId: string; postId: string; addressId: string; evidenceId: string; observation: string; packageSha256: string };
    };
    'capture.failed': {
      v: 1;
      public: { outcome: 'failed' };
      office: { captureId: string; postId: string; addressId: string; observation: string; rule: string };
    };
    'address.observed': { v: 1; public: { observation: string }; office: { captureId: string; postId: string; addressId: string } };
    /** somebody gave the office a session of a network, gave it anew, or ended it; its network knew it no more, as a capture found */
    'profile.given': { v: 1; public: Record<string, never>; office: { profileId: string; version: number; at?: 'command-line' } };
    'profile.renewed': { v: 1; public: Record<string, never>; office: { profileId: string; version: number; at?: 'command-line' } };
    'profile.ended': { v: 1; public: Record<string, never>; office: { profileId: string; version: number; at?: 'command-line' } };
    'profile.signed-out': { v: 1; public: Record<string, never>; office: { profileId: string; version: number; captureId: string } };
    /** an authority's time stamp came to a package, over that hash; its clock ran so far before ours */
    'evidence.stamped': {
      v: 1;
      public: Record<string, never>;
      office: { captureId: string; part: string; sha256: string; imprint: string; offsetMs: number };
    };
    /** the receipt of the log came to a package */
    'evidence.receipted': { v: 1; public: Record<string, never>; office: { captureId: string; part: string; sha256: string } };
    /** custody: somebody read a part of a capture, or had it replayed, with the reason that stands beside */
    'evidence.read': { v: 1; public: Record<string, never>; office: { captureId: string; part: string; replayId?: string } };
  }
}
