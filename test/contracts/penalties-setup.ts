import { Secret, TOTP } from 'otpauth';
import { ChangeTitle } from '../../src/core/identity/change-title.use-case.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { confirmedCase, type Act } from './enforcement-setup.js';

export type Body = Record<string, never>;
export interface Windows {
  explainUntil: string | null;
  explained: boolean;
  decideUntil: string;
  withinWindow: boolean;
}
export interface RecordFile {
  id: string;
  reference: string;
  caseId: string;
  state: string;
  version: number;
  contentHash: string;
  content: { provision: { id: string } | null; candidates: { id: string }[]; explanation: { right: boolean; rule: string } | null };
  signatures: { role: string; name: string; signed: boolean }[];
  explanations: { id: string; kind: string }[];
  windows: Windows | null;
  penalties: { id: string; kind: string; state: string; number: string | null }[];
  next: Act[];
}
export interface ComplaintShown {
  id: string;
  state: string;
  version: number;
  asks: string | null;
  lodging: { until: string | null; inTime: boolean | null };
  acceptBy: string | null;
  answerBy: string | null;
  due: { what: string; lastDay: string | null; overdue: boolean | null } | null;
  steps: { state: string; reason: string | null; exhibitId: string | null }[];
  answer: {
    number: number;
    sha256: string;
    outcome: string;
    says: string;
    approved: { by: string; annulmentId: string | null } | null;
  } | null;
  nobodyAnnuls: boolean;
  next: (Act & { contentHash?: string; stepUp?: boolean })[];
}
export interface DecisionFile {
  id: string;
  caseId: string;
  state: string;
  version: number;
  contentHash: string;
  end: string;
  provision: string | null;
  amount: number | null;
  number: string | null;
  dueOn: string | null;
  content: {
    sum: { outcome: string; steps: { step: string; values: Record<string, unknown> }[]; amount: number | null } | null;
    frame: { printed: { min: number; max: number }; subject: { min: number; max: number } } | null;
    remedies: { key: string; days: number | null }[];
    reason?: string;
  };
  signature: { signer: string; title: string; delegation: string | null } | null;
  versions: { number: number; signedBy: string | null }[];
  debt: { unpaid: number; interest: number; daysLate: number } | null;
  refund: { owed: number; made: { amount: number }[] };
  annulment: { id: string; state: string } | null;
  complaints: ComplaintShown[];
  older: { complaints: number };
  open: {
    asks: { ask: string }[];
    blocks: { block: string; about?: string }[];
    confirmed: { about: string; by: string; on: string; document: string }[];
    competence: { title: string; competent: boolean; failed: { test: string }[] }[];
  };
  next: (Act & { contentHash?: string; stepUp?: boolean })[];
}
export interface Made {
  caseId: string;
  partyId: string;
  exhibits: string[];
}
const STEP_MS = 30_000;
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
/** What papers say of the accused, as far as documents print it. */
export const PAPERS = {
  person: {
    ...{ gender: 'Nam', born: '1990-01-01', nationality: 'Việt Nam', occupation: 'Lái xe', residence: 'Số 1 Phố Thử' },
    ...{ idKind: 'Số định danh cá nhân', idNumber: '001090000001', idIssuedOn: '2021-04-05', idIssuedBy: 'Cục Cảnh sát' },
  },
  organisation: {
    ...{
      registration: '0100000001',
      licence: '0100000001',
      licenceIssuedOn: '2015-02-03',
      licenceIssuedBy: 'Sở Tài chính',
      seat: 'Số 2 Phố Thử',
    },
    ...{ representative: 'Lê Thị Đại Diện', representativeGender: 'Nữ', representativeTitle: 'Giám đốc' },
  },
};

/** Somebody's device for codes. */
export class Device {
  private constructor(
    private readonly who: Caller,
    private readonly totp: TOTP,
  ) {}
  /** Enrols a second factor: from then on the session counts as having shown it. */
  static async enrol(who: Caller): Promise<Device> {
    const { secret } = (await who.call('POST', '/api/me/second-factor')).body as unknown as { secret: string };
    const device = new Device(who, new TOTP({ secret: Secret.fromBase32(secret) }));
    await who.call('POST', '/api/me/second-factor/confirm', { code: device.code() });
    return device;
  }
  code(stepsAhead = 0): string {
    return this.totp.generate({ timestamp: Date.now() + stepsAhead * STEP_MS });
  }
  show(code = this.code(1)) {
    return this.who.call('POST', '/api/session/step-up', { code });
  }
}

/** Sets the office's clock to a moment, by moving it. */
export const officeAt = (office: Office, moment: string) =>
  office.database.owner('UPDATE core.installation SET demo = true, clock_offset = $1::timestamptz - clock_timestamp()', [moment]);

/** The people who take a penalty from the record to the end, in one running office. */
export class PenaltyDesk {
  private receipts = 0;
  private constructor(
    readonly office: Office,
    readonly inspector: Caller,
    readonly legal: Caller,
    readonly other: Caller,
    readonly signer: Caller,
    readonly second: Caller,
    readonly clerk: Caller,
  ) {}
  /** With an office of its own, in which a shown second factor counts for an hour. */
  static async opened(env: Record<string, string> = {}): Promise<PenaltyDesk> {
    return PenaltyDesk.open(await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', LIMIT_STEP_UP_MINUTES: '60', ...env }));
  }
  static async open(office: Office): Promise<PenaltyDesk> {
    await officeAt(office, '2026-09-14T02:00:00Z');
    const people = [];
    for (const role of ['inspector', 'legal', 'legal', 'chief', 'chief', 'coordinator']) people.push(await office.as(role));
    const [inspector, legal, other, signer, second, clerk] = people;
    const desk = new PenaltyDesk(office, inspector, legal, other, signer, second, clerk);
    for (const who of [signer, second]) {
      await Device.enrol(who);
      await desk.title(who, 'department-director', '2025-07-01');
    }
    await desk.title(inspector, 'inspector', '2020-01-01');
    return desk;
  }
  title(who: Caller, title: string, from: string, more: { to?: string; delegation?: string; delegatedOn?: string } = {}) {
    return this.office.app.get(ChangeTitle).propose('command-line', who.staffId, { title, body: 'Sở Văn hóa và Thể thao', from, ...more });
  }
  today(moment: string) {
    return officeAt(this.office, moment);
  }

  /** A confirmed case with somebody accused in it. */
  async accused(kind: 'person' | 'organisation' = 'person'): Promise<Made> {
    const { caseId } = await confirmedCase(this.office, this.inspector);
    const party = { kind, role: 'accused', name: 'Nguyễn Văn Thử' };
    const partyId = ((await this.inspector.call('POST', `/api/cases/${caseId}/parties`, party)).body as unknown as { id: string }).id;
    const { exhibits } = (await this.inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { exhibits: { id: string }[] };
    return { caseId, partyId, exhibits: exhibits.map((x) => x.id) };
  }
  recordBody({ caseId, partyId, exhibits }: Made, more: Record<string, unknown> = {}): Record<string, unknown> {
    const { act, ...rest } = more;
    const { kind } = (more.subject ?? {}) as { kind?: string };
    return {
      ...{ caseId, partyId, exhibits, place: 'Trụ sở Sở', stopDemanded: true, subject: { kind: 'individual', age: 30 } },
      identity: kind === 'organisation' ? PAPERS.organisation : PAPERS.person,
      act: {
        types: ['false-info-social'],
        where: 'social-network',
        started: '2026-09-10',
        discovered: '2026-09-11',
        status: { answer: 'ended', reason: 'đã tự gỡ trong ngày' },
        facts: 'Đăng tin uống nước muối chữa khỏi bệnh',
        ...(act as object),
      },
      ...rest,
    };
  }
  draftRecord(made: Made, more: Record<string, unknown> = {}, who = this.inspector) {
    return who.call('POST', '/api/violations', this.recordBody(made, more));
  }
  async record(id: string, who = this.inspector): Promise<RecordFile> {
    return (await who.call('GET', `/api/violations/${id}`)).body as unknown as RecordFile;
  }
  async present(id: string, role: string, more: object = {}) {
    const { contentHash, version } = await this.record(id);
    const details = role === 'witness' ? { details: { occupation: 'Hưu trí', address: 'Số 3 Phố Thử' } } : {};
    const body = { contentHash, version, role, name: 'Trần Thị Có Mặt', signed: true, ...details, ...more };
    return this.inspector.call('POST', `/api/violations/${id}/signatures`, body);
  }
  async draw(id: string, who = this.inspector) {
    const { contentHash, version } = await this.record(id);
    return who.call('POST', `/api/violations/${id}/draw`, { contentHash, version });
  }
  /** A record that was signed and drawn up. */
  async drawn(more: Record<string, unknown> = {}, kind: 'person' | 'organisation' = 'person'): Promise<Made & { recordId: string }> {
    const made = await this.accused(kind);
    const drafted = await this.draftRecord(made, more);
    if (drafted.status !== 201) throw new Error(JSON.stringify(drafted.body));
    const { id } = drafted.body as unknown as { id: string };
    for (const role of ['recorder', 'accused']) await this.present(id, role);
    const { status, body } = await this.draw(id);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return { ...made, recordId: id };
  }
  async confirmRight(id: string, right: boolean, who = this.legal) {
    return who.call('POST', `/api/violations/${id}/explanation-right`, { right, version: (await this.record(id)).version });
  }
  /** What the law wants in writing comes with its paper. */
  async explain(id: string, kind: string, on: string, more: object = {}) {
    const { caseId, version } = await this.record(id);
    const says = kind === 'written' || kind === 'heard' ? { says: 'Tôi đã gỡ bài và xin lỗi' } : {};
    const shown = says.says || kind === 'waived' ? { exhibitId: await this.paper(caseId, 'Văn bản của người vi phạm') } : {};
    const body = { kind, on, version, ...says, ...shown, ...more };
    return this.legal.call('POST', `/api/violations/${id}/explanations`, body);
  }
  /** What legal staff write, with the removal within five days where the provision orders it. */
  decisionBody(more: Record<string, unknown> = {}): Record<string, unknown> {
    const remedies = more.end === 'referral' || more.end === 'none' ? [] : [{ key: 'forced-removal', days: 5 }];
    return { end: 'fine', ground: 'Hành vi đã được chứng minh bằng bản chụp niêm phong', measures: remedies, ...more };
  }
  draftDecision(violationId: string, more: Record<string, unknown> = {}, who = this.legal) {
    return who.call('POST', '/api/penalties', { violationId, ...this.decisionBody(more) });
  }
  async decision(id: string, who = this.legal): Promise<DecisionFile> {
    return (await who.call('GET', `/api/penalties/${id}`)).body as unknown as DecisionFile;
  }
  async change(id: string, more: Record<string, unknown> = {}, who = this.legal) {
    return who.call('PUT', `/api/penalties/${id}`, { version: (await this.decision(id)).version, ...this.decisionBody(more) });
  }
  async sign(id: string, who = this.signer) {
    const { contentHash, version } = await this.decision(id);
    return who.call('POST', `/api/penalties/${id}/sign`, { contentHash, version });
  }
  async act(id: string, path: string, body: object = {}, who = this.clerk) {
    return who.call('POST', `/api/penalties/${id}/${path}`, { version: (await this.decision(id)).version, ...body });
  }
  number(id: string) {
    return this.act(id, 'number');
  }
  /** A scan that comes to the case now; its exhibit. */
  async paper(caseId: string, why = 'Biên bản giao nhận', who = this.clerk): Promise<string> {
    const body = new FormData();
    body.set('why', why);
    body.set('paper', new Blob([PDF]), 'giấy.pdf');
    const headers = { cookie: who.cookie, 'x-csrf': who.csrf };
    const response = await fetch(`${this.office.base}/api/cases/${caseId}/papers`, { method: 'POST', headers, body });
    const answer = (await response.json()) as { id: string };
    if (response.status !== 201) throw new Error(JSON.stringify(answer));
    return answer.id;
  }
  /** By a paper that comes now, unless another exhibit is said to prove it. */
  async serve(id: string, on: string, exhibitId?: string) {
    const proof = exhibitId ?? (await this.paper((await this.decision(id)).caseId));
    return this.act(id, 'services', { how: 'in-person', served: true, on, exhibitId: proof });
  }
  pay(id: string, amount: number, on: string, more: object = {}) {
    return this.act(id, 'payments', { amount, on, receipt: `BL-${++this.receipts}`, ...more });
  }
  /** A complaint about a decision, as the office that served it takes it down. */
  complain(id: string, receivedOn: string, more: object = {}, who = this.clerk) {
    const words = { asks: 'Hủy bỏ quyết định', says: 'Tôi không phải là người đăng bài' };
    return this.act(id, 'complaints', { receivedOn, how: 'by-post', complainant: 'fined', ...words, ...more }, who);
  }
  async complaint(penaltyId: string, who = this.other): Promise<ComplaintShown> {
    return (await this.decision(penaltyId, who)).complaints[0];
  }
  async onComplaint(penaltyId: string, path: string, body: object = {}, who = this.other) {
    const { id, version } = await this.complaint(penaltyId);
    return who.call(path === 'answer' ? 'PUT' : 'POST', `/api/complaints/${id}/${path}`, { version, ...body });
  }
  /** By the letter of whoever complained, which comes now. */
  async withdraw({ id, caseId }: { id: string; caseId: string }, who = this.clerk, more: object = {}) {
    const exhibitId = await this.paper(caseId, 'Đơn rút khiếu nại');
    return this.onComplaint(id, 'withdraw', { reason: 'Đơn rút khiếu nại số 5', exhibitId, ...more }, who);
  }
  answer(penaltyId: string, outcome: 'upheld' | 'rejected', who = this.other, says = 'Khiếu nại đúng: không phải người đăng') {
    return this.onComplaint(penaltyId, 'answer', { outcome, says }, who);
  }
  async approveAnswer(penaltyId: string, who = this.second) {
    return this.onComplaint(penaltyId, 'approve', { contentHash: (await this.complaint(penaltyId)).answer?.sha256 ?? 'f'.repeat(64) }, who);
  }
  /** A complaint that is upheld; tells the annulment that it leads to. */
  async upheld(penaltyId: string): Promise<string> {
    await this.complain(penaltyId, await this.day());
    await this.onComplaint(penaltyId, 'accept');
    await this.answer(penaltyId, 'upheld');
    const { status, body } = await this.approveAnswer(penaltyId);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return (body as unknown as { annulmentId: string }).annulmentId;
  }
  /** What this person cannot do yet, and why. */
  async lacks(id: string, act: string, who = this.signer): Promise<string[]> {
    return (await this.decision(id, who)).next.find((n) => n.act === act)?.lacks ?? ['no such act'];
  }

  /** A drafted decision on a fresh record; where there is a right to explain it was given up. */
  async drafted(more: Record<string, unknown> = {}, record: Record<string, unknown> = {}, kind: 'person' | 'organisation' = 'person') {
    const made = await this.drawn(record, kind);
    const file = await this.record(made.recordId);
    const right = file.content.explanation?.right ?? false;
    await this.confirmRight(made.recordId, right);
    if (right) await this.explain(made.recordId, 'waived', await this.day());
    const { status, body } = await this.draftDecision(made.recordId, more);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return { ...made, id: (body as unknown as { id: string }).id };
  }
  async signed(more: Record<string, unknown> = {}, record: Record<string, unknown> = {}, kind: 'person' | 'organisation' = 'person') {
    const made = await this.drafted(more, record, kind);
    const { status, body } = await this.sign(made.id);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return made;
  }
  async issued(more: Record<string, unknown> = {}) {
    const made = await this.signed(more);
    const { status, body } = await this.number(made.id);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return made;
  }
  async served(more: Record<string, unknown> = {}) {
    const made = await this.issued(more);
    const { status, body } = await this.serve(made.id, await this.day());
    if (status !== 200) throw new Error(JSON.stringify(body));
    return made;
  }
  /** The day that the office's clock shows. */
  async day(): Promise<string> {
    const [{ day }] = await this.office.database.owner<{ day: string }>(
      `SELECT (core.office_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS day`,
    );
    return day;
  }
  /** What the public parts of the log say of the events of one kind about a record. */
  async told(subject: string, type: string): Promise<object[]> {
    const rows = await this.office.database.owner<{ data: object }>(
      `SELECT public - '{format,id,type,v,recordedAt,officeAt,part,nonce}'::text[] AS data FROM core.events WHERE subject = $1 AND type = $2 ORDER BY position`,
      [subject, type],
    );
    return rows.map((r) => r.data);
  }
}
