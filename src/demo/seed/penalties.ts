import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../core/clock/office-day.js';
import { projectRoot } from '../../core/config.js';
import type { Desk } from './desk.js';
import type { Desks } from './desks.js';
import type { ToldPenalty } from './story-table.js';

interface Record {
  id: string;
  state: string;
  version: number;
  contentHash: string;
  drawnOn: string;
  content: { explanation: { right: boolean } | null };
  signatures: { role: string }[];
  right: object | null;
  explanations: object[];
  penalties: object[];
}
interface CaseFile {
  parties: { id: string; role: string }[];
  exhibits: { id: string }[];
  posts: { postedAt: string | null }[];
}
const WAIVER = join(projectRoot, 'src/demo/seed/papers/khong-giai-trinh.png');

/** The inspector draws up a record about an invented person, and legal staff draft what is decided on it, as far as the story says. */
export async function seedPenalty({ inspector, legal, timeZone }: Desks, caseId: string, post: string, told: ToldPenalty): Promise<void> {
  const id = await draftRecord(inspector, timeZone, caseId, post, told);
  const now = async () => (await legal.get<Record>(`/api/violations/${id}`)).body;
  for (const role of ['recorder', 'accused']) {
    const { state, version, contentHash, signatures } = await now();
    if (state !== 'draft' || signatures.some((s) => s.role === role)) continue;
    const name = role === 'accused' ? told.accused : told.recorder;
    await inspector.must(`/api/violations/${id}/signatures`, { version, contentHash, role, name, signed: true }, `demo-${role}-${post}`);
  }
  const signed = await now();
  if (signed.state === 'draft')
    await inspector.must(`/api/violations/${id}/draw`, { version: signed.version, contentHash: signed.contentHash }, `demo-draw-${post}`);
  if (told.to === 'drawn') return;
  const drawn = await now();
  const right = drawn.content.explanation?.right ?? false;
  if (!drawn.right) await legal.must(`/api/violations/${id}/explanation-right`, { right, version: drawn.version }, `demo-right-${post}`);
  const { version, explanations, drawnOn, penalties } = await now();
  if (right && explanations.length === 0) {
    const waiver = { kind: 'waived', on: drawnOn, exhibitId: await addWaiver(legal, caseId, post), version };
    await legal.must(`/api/violations/${id}/explanations`, waiver, `demo-waived-${post}`);
  }
  if (penalties.length > 0) return;
  const { ground, circumstances, measures } = told;
  await legal.must('/api/penalties', { violationId: id, end: 'fine', ground, circumstances, measures }, `demo-penalty-${post}`);
}

/** The invented person gives the right to explain up in writing. */
async function addWaiver(legal: Desk, caseId: string, post: string): Promise<string> {
  const form = new FormData();
  form.set('why', 'Đơn không giải trình');
  form.set('paper', new Blob([new Uint8Array(readFileSync(WAIVER))]), 'khong-giai-trinh.png');
  return (await legal.must<{ id: string }>(`/api/cases/${caseId}/papers`, form, `demo-waiver-${post}`)).id;
}

async function draftRecord(inspector: Desk, timeZone: string, caseId: string, post: string, told: ToldPenalty): Promise<string> {
  const { items } = (await inspector.get<{ items: { id: string }[] }>(`/api/violations?caseId=${caseId}`)).body;
  if (items.length > 0) return items[0].id;
  const file = async () => (await inspector.get<CaseFile>(`/api/cases/${caseId}`)).body;
  if (!(await file()).parties.some((p) => p.role === 'accused'))
    await inspector.must(`/api/cases/${caseId}/parties`, { kind: 'person', role: 'accused', name: told.accused }, `demo-accused-${post}`);
  const { parties, exhibits, posts } = await file();
  const today = dayOf(new Date(), timeZone);
  const [posted] = posts.flatMap((p) => p.postedAt ?? []).sort();
  const body = {
    caseId,
    partyId: parties.find((p) => p.role === 'accused')!.id,
    exhibits: exhibits.map((x) => x.id),
    place: told.place,
    stopDemanded: true,
    subject: { kind: 'individual', age: told.age },
    act: {
      types: ['false-info-social'],
      where: 'social-network',
      started: posted ? dayOf(new Date(posted), timeZone) : today,
      discovered: today,
      status: { answer: 'ended', reason: told.ended },
      facts: told.facts,
    },
    answers: { said: { accused: { words: told.statement } } },
    identity: told.papers,
  };
  return (await inspector.must<{ id: string }>('/api/violations', body, `demo-record-${post}`)).id;
}
