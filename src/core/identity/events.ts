interface AboutIdentity {
  kind: string;
  requestId: string;
  caseId?: string;
}
interface AboutTitle {
  staffId: string;
  titleId: string;
  title: string;
}

declare module '../events/event.js' {
  interface Events {
    'staff.added': { v: 1; public: Record<string, never>; office: { staffId: string; accountId: string } };
    'role.proposed': { v: 1; public: Record<string, never>; office: { staffId: string; role: string } };
    'role.approved': { v: 1; public: Record<string, never>; office: { staffId: string; role: string } };
    'role.ended': { v: 1; public: Record<string, never>; office: { staffId: string; role: string } };
    'account.enabled': { v: 1; public: Record<string, never>; office: { staffId: string; accountId: string } };
    'account.disabled': { v: 1; public: Record<string, never>; office: { staffId: string; accountId: string } };
    'password.changed': { v: 1; public: Record<string, never>; office: { accountId: string } };
    'password.reset': { v: 1; public: Record<string, never>; office: { staffId: string; accountId: string } };
    'second-factor.enrolled': { v: 1; public: Record<string, never>; office: { accountId: string } };
    'second-factor.reset-proposed': { v: 1; public: Record<string, never>; office: { staffId: string; accountId: string } };
    'second-factor.reset-declined': { v: 1; public: Record<string, never>; office: { staffId: string; accountId: string } };
    'second-factor.reset': { v: 1; public: Record<string, never>; office: { staffId: string; accountId: string } };
    'personal-data.read': {
      v: 1;
      public: Record<string, never>;
      office: { kind: string; readId: string; requestId?: string; caseId?: string };
    };
    'identity.requested': { v: 1; public: Record<string, never>; office: AboutIdentity };
    'identity.approved': { v: 1; public: Record<string, never>; office: AboutIdentity };
    'identity.refused': { v: 1; public: Record<string, never>; office: AboutIdentity };
    'session.opened': { v: 1; public: Record<string, never>; office: { accountId: string } };
    'session.closed': { v: 1; public: Record<string, never>; office: { accountId: string } };
    'session.stepped-up': { v: 1; public: Record<string, never>; office: { accountId: string } };
    'session.step-up-refused': { v: 1; public: Record<string, never>; office: { accountId: string } };
    'title.proposed': { v: 1; public: Record<string, never>; office: AboutTitle };
    'title.approved': { v: 1; public: Record<string, never>; office: AboutTitle };
    'title.ended': { v: 1; public: Record<string, never>; office: AboutTitle };
    'session.refused': { v: 1; public: Record<string, never>; office: { accountId: string } };
  }
}
