import type { Caller, Office } from '../kit/office.js';

export interface CorrectionFile {
  id: string;
  state: string;
  version: number;
  contentHash: string;
  lookAgain: boolean;
  blanks: string[];
  content: { vi: Worded; en: Worded | null; sources: { title: string; url: string }[] };
  versions: { number: number; approvedBy: string | null; returnReason: string | null }[];
  withdrawals: { reason: string; agreed: boolean | null }[];
  next: { act: string; possible: boolean; lacks: string[]; ownWork: boolean }[];
}
export interface Worded {
  title: string;
  said: string;
  truth: string;
}
export const VI: Worded = { title: 'Nước muối không chữa được bệnh', said: 'Uống nước muối chữa khỏi bệnh', truth: 'Không đúng.' };
export const SOURCES = [{ title: 'Thông báo', url: 'https://soyte.example/1' }];
const CLAIM = {
  topic: 'y-te',
  harm: 'high',
  wordings: [{ language: 'vi', text: VI.said }],
  truth: VI.truth,
  sources: [{ ...SOURCES[0], date: '2026-01-01' }],
  falseFrom: '2026-01-01',
  falseTo: null,
};

/** The desk of corrections in one running office. */
export class CorrectionDesk {
  constructor(
    readonly inspector: Caller,
    readonly legal: Caller,
    readonly chief: Caller,
  ) {}
  static async open(office: Office): Promise<CorrectionDesk> {
    return new CorrectionDesk(await office.as('inspector'), await office.as('legal'), await office.as('chief'));
  }
  async claim(): Promise<string> {
    const { claimId } = (await this.inspector.call('POST', '/api/claims', CLAIM)).body;
    await this.changeClaim(claimId);
    return claimId;
  }
  /** A new version of the claim, put in force. */
  async changeClaim(claimId: string): Promise<void> {
    const { versionId } = (await this.inspector.call('POST', `/api/claims/${claimId}/versions`, CLAIM)).body;
    await this.chief.call('POST', `/api/claim-versions/${versionId as string}/approve`, {});
  }
  async file(id: string, by: Caller = this.inspector): Promise<CorrectionFile> {
    return (await by.call('GET', `/api/corrections/${id}`)).body as unknown as CorrectionFile;
  }
  async write(id: string, vi: Partial<Worded> = {}, more: object = {}, by: Caller = this.inspector) {
    const { version } = await this.file(id);
    return by.call('PUT', `/api/corrections/${id}`, { version, vi: { ...VI, ...vi }, sources: SOURCES, ...more });
  }
  async draft(vi: Partial<Worded> = {}, more: object = {}): Promise<string> {
    const id = (await this.inspector.call('POST', '/api/corrections', { claimId: await this.claim() })).body.id as string;
    await this.write(id, vi, more);
    return id;
  }
  async act(by: Caller, id: string, act: string, more: object = {}) {
    const { version, contentHash } = await this.file(id);
    const named = act === 'publish' || act === 'return' ? { contentHash } : {};
    return by.call('POST', `/api/corrections/${id}/${act}`, { version, ...named, ...more });
  }
  async published(vi: Partial<Worded> = {}, more: object = {}): Promise<string> {
    const id = await this.draft(vi, more);
    await this.act(this.legal, id, 'publish');
    return id;
  }
}
