import type { TitleInput } from '../../core/identity/change-title.use-case.js';
import { readTable } from '../../core/table.js';

export interface DemoAccounts {
  password: string;
  people: { email: string; name: string; title: string; roles: string[]; signs?: TitleInput }[];
}
export interface DemoClaim {
  key: string;
  draft?: boolean;
  topic: string;
  harm: string;
  wordings: { language: string; text: string }[];
  truth: string;
  sources: { title: string; url: string; daysAgo: number }[];
  falseFromDaysAgo: number;
  falseToDaysAgo?: number;
  /** the headline of its public correction, which a second person publishes unless it is to wait for that */
  correction?: { title: string; en?: { title: string; said: string; truth: string }; draft?: boolean };
}
export interface DemoReport {
  post?: string;
  path?: 'p' | 'v';
  short?: string;
  text?: string;
  picture?: string;
  note?: string;
  phone?: boolean;
  times?: number;
}

/** `config/demo/*.yaml`: what the demo office begins with. */
export const demoAccounts = (): DemoAccounts =>
  readTable<DemoAccounts>('demo/accounts.yaml', (t) =>
    t.password?.length >= 12 ? [] : [{ path: ['password'], says: 'the demo password needs 12 characters' }],
  );
export const demoClaims = (): DemoClaim[] =>
  readTable<DemoClaim[]>('demo/claims.yaml', (t) =>
    t.flatMap((c, i) =>
      t.findIndex((x) => x.key === c.key) === i ? [] : [{ path: [i, 'key'], says: `the claim ${c.key} is listed twice` }],
    ),
  );
export const demoReports = (): DemoReport[] =>
  readTable<DemoReport[]>('demo/reports.yaml', (t) =>
    t.flatMap((r, i) =>
      [r.post, r.short, r.text, r.picture].filter(Boolean).length === 1
        ? []
        : [{ path: [i], says: 'a report has a post, a short link, a text or a picture, and one only' }],
    ),
  );
