export type ReportKind = 'link' | 'text' | 'picture';
export type Channel = 'web' | 'phone';

declare module '../core/events/event.js' {
  interface Events {
    'report.received': {
      v: 1;
      public: { channel: Channel; kind: ReportKind };
      office: { reportId: string; postId: string; addressId: string; joined: boolean };
    };
    /** a text or a picture that is evidence itself; once per address */
    'submission.sealed': {
      v: 1;
      public: { kind: 'text' | 'picture' };
      office: { reportId: string; postId: string; addressId: string; evidenceId: string };
    };
    /** custody: somebody looked at a picture that was sent in */
    'submission.read': { v: 1; public: Record<string, never>; office: { addressId: string } };
    'post.split': { v: 1; public: Record<string, never>; office: { postId: string; newPostId: string; reportId: string } };
    'post.merged': { v: 1; public: Record<string, never>; office: { postId: string; into: string; addressId: string } };
  }
}
