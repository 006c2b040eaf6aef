/** The records as the API tells them. Times are ISO strings in UTC. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total?: number;
}
export interface Me {
  staffId: string;
  name: string;
  title: string;
  roles: string[];
  rights: string[];
  csrf: string;
  secondFactor: boolean;
  language: 'vi' | 'en';
  timeZone: string;
}
export interface NextAct {
  act: string;
  to?: string;
  possible: boolean;
  lacks: string[];
  ownWork: boolean;
}
export interface Clock {
  demo: boolean;
  officeNow: string;
  offsetHours: number;
}
export type Counts = Record<string, number>;
export type Words = Record<string, Record<string, { vi: string; en: string }>>;

export interface Factor {
  name: string;
  value: string | number;
  points: number;
}
export interface Lease {
  staffId: string;
  name: string;
  until: string;
}
export interface TriageLine {
  id: string;
  postId: string;
  platform: string | null;
  firstLine: string | null;
  priority: number;
  factors: Factor[];
  topClaim: { id: string; text: string; score: number } | null;
  reports: number;
  receivedAt: string;
  lease: Lease | null;
  judgement: string | null;
  captureId: string | null;
  lookAgain?: boolean;
}
export interface Span {
  start: number;
  end: number;
}
export interface Source {
  title: string;
  url: string;
  date: string;
}
export interface Match {
  id: string;
  claimId: string;
  versionId: string;
  text: string;
  truth: string;
  sources: Source[];
  score: number;
  strength: string;
  topic?: string;
  harm?: string;
  stance: { stance?: string; [k: string]: unknown } | string | null;
  reasons: unknown;
  spans: Span[];
  falseFrom: string;
  falseTo: string | null;
  decision: 'confirmed' | 'rejected' | null;
  decidedBy?: string | null;
}
export interface CapturePart {
  name: string;
  sha256: string;
  mediaType: string;
  bytes: number;
}
export interface Capture {
  id: string;
  url: string;
  reason: string;
  orderedBy: string | null;
  orderedAt: string;
  state: string;
  outcome: string | null;
  observation?: string | null;
  endedAt: string | null;
  ground?: unknown;
  parts: CapturePart[];
  evidenceId: string | null;
}
export interface TriageReport {
  id: string;
  at: string;
  channel: string;
  note: string | null;
}
export interface Judged {
  id?: string;
  judgement: string;
  at: string;
  by: string | null;
  byId?: string | null;
  reason: string | null;
  undone?: boolean;
  undoneAt?: string | null;
}
export interface TriageFull {
  item: TriageLine & { state: 'waiting' | 'judged'; version: number };
  post: {
    id: string;
    url: string | null;
    text: string | null;
    author: string | null;
    handle: string | null;
    postedAt: string | null;
    platform: string | null;
  };
  capture: { id: string; outcome: string | null; ground: unknown; picturePart: string | null; state?: string } | null;
  captures: Capture[];
  matches: Match[];
  reports: TriageReport[];
  history: HistoryLine[];
  next: NextAct[];
  cases?: { id: string; number: string }[];
}
export interface HistoryLine {
  id?: string;
  type?: string;
  at: string;
  recordedAt?: string;
  actorName?: string | null;
  by?: string | null;
  subject?: string | null;
  office?: Record<string, unknown>;
  reason?: string | null;
  seq?: number | null;
  judgement?: string;
  undone?: boolean;
}

export interface CaseLine {
  id: string;
  number: string;
  title: string | null;
  state: string;
  version: number;
  assignee: { staffId: string; name: string } | null;
  openedAt: string;
  posts: number;
  exhibits: number;
  fallProposed: boolean;
  nextDeadline: string | null;
  overdue: boolean;
}
export interface CaseAddress {
  addressId: string;
  kind: string;
  url: string | null;
  text: string | null;
  evidenceId: string | null;
  observation: { observation: string; at: string; captureId: string } | null;
}
export interface CasePost {
  postId: string;
  mergedInto: string | null;
  reason: string;
  itemId: string | null;
  platform: string | null;
  text: string | null;
  author: string | null;
  handle: string | null;
  postedAt: string | null;
  captureId: string | null;
  outcome: string | null;
  addresses: CaseAddress[];
  judgement: {
    judgement: string;
    at: string;
    by: string | null;
    reason: string | null;
    claim: { claimId: string; topic: string; text: string; truth: string } | null;
  } | null;
}
export interface Exhibit {
  id: string;
  evidenceId: string;
  kind: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  sealedAt: string;
  part: string;
  why: string;
  captureId: string | null;
  addressId: string | null;
  outcome: string | null;
  url: string | null;
  attachedBy: string | null;
  attachedAt: string;
  custody: { at: string; by: string | null; part: string }[];
}
export interface Party {
  id: string;
  kind: string;
  role: string;
  isStaff: boolean;
  name: string;
  masked: boolean;
  addedBy: string;
  addedAt: string;
  reads: number;
}
export interface Note {
  id: string;
  text: string;
  byId: string;
  by: string;
  at: string;
}
export interface Deadline {
  id: string;
  what: string;
  dueAt: string;
  setBy: string;
  setAt: string;
  metAt: string | null;
  overdue: boolean;
}
export interface Fall {
  id: string;
  reason: string;
  proposedById: string;
  proposedBy: string;
  proposedAt: string;
  decision: string | null;
  decisionReason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
}
export interface CaseFull extends Omit<CaseLine, 'posts' | 'exhibits'> {
  openedBy: string | null;
  mayEnter: boolean;
  posts: CasePost[];
  exhibits: Exhibit[];
  parties: Party[];
  notes: Note[];
  deadlines: Deadline[];
  falls: Fall[];
  related: { kind: string; id: string }[];
  takedowns: string[];
  assignable: { staffId: string; name: string }[];
  history: HistoryLine[];
  next: NextAct[];
}

export interface Claim {
  id: string;
  state: string;
  version: number;
  versionId: string;
  number: number;
  topic: string;
  harm: string;
  wordings: { language: 'vi' | 'en'; text: string }[];
  truth: string;
  sources: Source[];
  falseFrom: string;
  falseTo: string | null;
  draftedBy: string | null;
  draftedById: string;
  draftedAt: string;
  approvedAt: string | null;
  matches: number;
}

export interface LogLine {
  position?: string;
  seq: number | null;
  id: string;
  type: string;
  recordedAt: string;
  officeAt?: string;
  actor?: string | null;
  actorName: string | null;
  subject: string | null;
  public: Record<string, unknown>;
  office: Record<string, unknown>;
  record: { kind: string; id: string; label: string | null } | null;
}
export interface LogPage extends Page<LogLine> {
  types: string[];
  people: { id: string; name: string }[];
  sealedTo: number;
}
export interface UserLine {
  staffId: string;
  name: string;
  title: string;
  accounts: { id: string; email: string; disabledAt: string | null; secondFactor: boolean }[];
  roles: { id: string; role: string; approvedAt: string | null }[];
}
export interface ReportLine {
  id: string;
  channel: string;
  kind: string;
  url: string | null;
  text: string | null;
  note: string | null;
  postId: string;
  postReports: number;
  enteredBy: string | null;
  receivedAt: string;
}
