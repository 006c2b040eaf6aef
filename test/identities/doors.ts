import sharp from 'sharp';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caller } from '../kit/office.js';
import { officeKey, samplePackage } from '../kit/sample-package.js';
import { VI } from '../contracts/corrections-setup.js';
import { confirmedCase, work } from '../contracts/enforcement-setup.js';
import { PAPERS, type PenaltyDesk } from '../contracts/penalties-setup.js';
import type { Story } from '../contracts/public-log-setup.js';
import { about, type Invented } from './person.js';

export interface Scene {
  story: Story;
  desk: PenaltyDesk;
  operator: Caller;
  admin: Caller;
  /** the next invented person, through this door */
  next(door: string): Invented;
  receipts: string[];
  /** who reported what became a case, and that case */
  reporters: Invented[];
  reported: string[];
}
type Answer = Awaited<ReturnType<Caller['call']>>;
const taken = ({ status, body }: Answer, door: string): Record<string, string> => {
  if (status >= 300) throw new Error(`${door} was answered ${status} ${JSON.stringify(body)}`);
  return body as unknown as Record<string, string>;
};
const line = (p: Invented): string => `${p.name} ${p.phone} ${p.email} ${p.card}`;

/** What a citizen types, sends along, or is refused with. */
export async function reports({ story, operator, next, receipts }: Scene): Promise<void> {
  const guest = story.office.guest();
  const send = async (body: object, headers: Record<string, string> = {}) =>
    void receipts.push(taken(await guest.call('POST', '/api/reports', body, headers), 'a report').receipt);
  const [text, note, contact] = [next('text of a report'), next('note of a report'), next('contact of a report')];
  await send({
    text: `${about(text)} nói uống nước muối khỏi bệnh`,
    note: about(note),
    contact: { name: contact.name, phone: contact.phone, email: contact.email },
  });
  const [query, path, agent] = [next('query of a link'), next('path of a link'), next('headers')];
  await send({ url: `https://mang.example/bai/${query.n}?${new URLSearchParams({ ...query, n: String(query.n) }).toString()}` });
  await send({ url: `https://mang.example/@${path.handle}/${encodeURIComponent(path.name)}/${path.phone}` });
  await send(
    { text: `Nghe nói mai cúp nước, ${agent.n}` },
    { 'user-agent': `trinh-duyet ${encodeURIComponent(line(agent))}`, referer: `https://x.example/${agent.handle}` },
  );
  const caller = next('a call');
  const call = { text: about(caller), note: line(caller), contact: { name: caller.name, phone: caller.phone } };
  taken(await operator.call('POST', '/api/phone-reports', call), 'a call');
  await picture(story, next('file name and data of a picture'), receipts);
  const [form, refused] = [next('form'), next('what is refused')];
  await fetch(`${story.office.base}/report`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ text: about(form), note: line(form), 'contact[name]': form.name, 'contact[phone]': form.phone }),
  });
  for (const body of [{ url: about(refused) }, { ghiChu: about(refused) }, `{"text":"${about(refused)}`, { text: { a: about(refused) } }])
    await guest.call('POST', '/api/reports', body);
  await guest.call('GET', `/api/receipts/${encodeURIComponent(line(refused))}`);
  await guest.call('GET', `/khong-co/${encodeURIComponent(line(refused))}?q=${encodeURIComponent(about(refused))}`);
  await guest.call('POST', '/api/sign-in', { email: refused.email, password: about(refused) });
}
async function picture(story: Story, p: Invented, receipts: string[]): Promise<void> {
  const exif = { IFD0: { Artist: line(p), Copyright: p.email, ImageDescription: p.card } };
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: { r: p.n % 256, g: 9, b: (p.n >> 8) % 256 } } })
    .withExif(exif)
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.set('picture', new File([new Uint8Array(bytes)], `${line(p)}.jpg`, { type: 'image/jpeg' }));
  form.set('note', about(p));
  const answer = await fetch(`${story.office.base}/api/reports`, { method: 'POST', body: form });
  if (answer.status !== 201) throw new Error(`a picture was answered ${answer.status}`);
  receipts.push(((await answer.json()) as { receipt: string }).receipt);
}

/** Who reported a post that is a case now, in every way in which the office knows of them. */
export async function reporters({ story, operator, next, receipts, reporters: all, reported }: Scene): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-reported-'));
  const { caseId, posts } = await confirmedCase(story.office, story.inspector, 1, [readFileSync(await samplePackage(dir, officeKey()))]);
  rmSync(dir, { recursive: true });
  const [one, caller, party] = [next('a report of a case'), next('a call about a case'), next('a reporter as a party')];
  const told = (p: Invented) => ({ url: posts[0].url, note: about(p), contact: { name: p.name, phone: p.phone, email: p.email } });
  receipts.push(taken(await story.office.guest().call('POST', '/api/reports', told(one)), 'a report of a case').receipt);
  taken(await operator.call('POST', '/api/phone-reports', told(caller)), 'a call about a case');
  const { id } = taken(
    await story.inspector.call('POST', `/api/cases/${caseId}/parties`, { kind: 'person', role: 'reporter', name: party.name }),
    'a reporter as a party',
  );
  const reason = about(next('why a reporter is asked for')).slice(0, 500);
  taken(await story.legal.call('POST', `/api/cases/${caseId}/parties/${id}/identity-requests`, { reason }), 'a request for a name');
  all.push(one, caller, party);
  reported.push(caseId);
}

/** What staff write about a case, its people and its fall. */
export async function cases({ story, next }: Scene): Promise<void> {
  const { inspector, legal, chief, coordinator, office } = story;
  const { caseId, posts } = await story.confirmed({
    title: about(next('title of a case')).slice(0, 300),
    reason: about(next('reason of a step')),
  });
  const version = async () => ((await inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number }).version;
  const enter = async (path: string, body: object, door: string) =>
    taken(await inspector.call('POST', `/api/cases/${caseId}/${path}`, { version: await version(), ...body }), door);
  await enter('notes', { text: about(next('note of a case')) }, 'a note');
  const party = await enter('parties', { kind: 'person', role: 'accused', name: next('name of a party').name }, 'a party');
  await enter(
    'parties',
    { kind: 'organisation', role: 'other', name: `Công ty ${about(next('name of an organisation'))}`.slice(0, 300) },
    'an organisation',
  );
  await enter('deadlines', { what: about(next('deadline')), dueAt: '2099-01-01' }, 'a deadline');
  await enter('exhibits', { evidenceId: posts[0].evidenceId, part: 'picture', why: about(next('why of an exhibit')) }, 'an exhibit');
  taken(await legal.call('POST', '/api/search', { q: line(next('search')) }), 'a search');
  const reason = about(next('reason to look at a name')).slice(0, 500);
  taken(await legal.call('POST', `/api/cases/${caseId}/parties/${party.id}/look`, { reason }), 'a look');
  await takedowns({ story, next } as Scene, caseId);
  await story.falls(caseId, about(next('reason of a fall')));
  await work(office);
  taken(await coordinator.call('GET', '/api/takedowns'), 'the requests');
  taken(await chief.call('GET', '/api/log'), 'the log');
}

/** What is written to a platform, and what it answers. */
async function takedowns({ story, next }: Scene, caseId: string): Promise<void> {
  const { coordinator, legal, office } = story;
  const recipient = next('recipient');
  const body = {
    ...{ caseId, platform: 'mang', delivery: 'email', recipient: recipient.email, legalBasis: 'nd147-24h' },
    fields: { signer: next('signer').name, sources: `Bộ Y tế, ${about(next('sources of a request')).replace(/\(|\)/g, '')}` },
  };
  const { id } = taken(await coordinator.call('POST', '/api/takedowns', body), 'a request');
  const { contentHash } = await story.file(id);
  await story.act(legal, id, 'return', { contentHash, reason: about(next('why a request came back')) });
  const { version } = await story.file(id);
  taken(await coordinator.call('PUT', `/api/takedowns/${id}`, { version, fields: { signer: next('signer').name } }), 'a change');
  await story.sign(id);
  const item = (await story.file(id)).items[0];
  await story.act(coordinator, id, `items/${item.id}/reply`, {
    reply: 'refused',
    text: about(next('answer of a platform')),
    version: item.version,
  });
  await story.act(legal, id, 'bounce', { says: about(next('why it came back')) });
  await story.act(coordinator, id, 'withdraw', { reason: about(next('reason of a withdrawal')) });
  await work(office);
}

/** What is written into records, decisions and their annulment. */
export async function penalties({ desk, next }: Scene): Promise<void> {
  const papers = next('papers of the accused');
  const identity = {
    ...PAPERS.person,
    ...{
      residence: papers.address,
      idNumber: papers.card,
      occupation: papers.handle,
      idIssuedBy: line(papers).slice(0, 200),
    },
  };
  const facts = {
    act: { facts: about(next('facts of a record')) },
    place: next('place of a record').address,
    answers: { said: { accused: { words: about(next('statement')) } } },
    identity,
  };
  const made = await desk.drawn(facts);
  await desk.inspector.call('POST', `/api/violations/${made.recordId}/people/look`, { reason: about(next('reason to look at papers')) });
  await desk.confirmRight(made.recordId, true);
  taken(await desk.explain(made.recordId, 'written', await desk.day(), { says: about(next('explanation')) }), 'an explanation');
  const [{ id: explanationId }] = (await desk.record(made.recordId)).explanations;
  const words = {
    ground: about(next('ground of a decision')),
    circumstances: [1, 2].map((n) => ({ code: `mitigating:${n}`, ground: about(next('ground of a circumstance')) })),
    answers: [{ explanationId, answer: about(next('answer to an explanation')) }],
    measures: [{ key: 'forced-removal', leftOut: about(next('why a measure is left out')) }],
  };
  const { id } = taken(await desk.draftDecision(made.recordId, words), 'a decision');
  const { contentHash } = await desk.decision(id);
  taken(await desk.act(id, 'return', { contentHash, reason: about(next('why a decision came back')) }, desk.signer), 'a return');
  taken(await desk.change(id, { ...words, ground: about(next('ground of a decision')) }), 'a change');
  for (const answer of [await desk.sign(id), await desk.number(id), await desk.serve(id, await desk.day())]) taken(answer, 'an act');
  taken(await desk.pay(id, 10_000_000, await desk.day(), { receipt: line(next('receipt of a payment')).slice(0, 100) }), 'a payment');
  const annulmentId = await complaint({ desk, next }, id);
  const { version } = await desk.decision(annulmentId);
  const reason = about(next('reason of an annulment'));
  taken(await desk.other.call('PUT', `/api/penalties/${annulmentId}/annulment`, { version, reason }), 'a wording');
  taken(await desk.sign(annulmentId, desk.second), 'its signature');
  taken(await desk.number(annulmentId), 'its number');
  taken(await desk.act(id, 'refund', { on: await desk.day(), receipt: line(next('receipt of a refund')).slice(0, 100) }), 'a refund');
}

/** What a complaint says, and what is said to it; tells the annulment that it leads to. */
async function complaint({ desk, next }: Pick<Scene, 'desk' | 'next'>, penaltyId: string): Promise<string> {
  const complain = async () =>
    taken(
      await desk.complain(penaltyId, await desk.day(), {
        asks: about(next('what a complaint asks')),
        says: about(next('words of a complaint')),
      }),
      'a complaint',
    );
  await complain();
  taken(await desk.onComplaint(penaltyId, 'refuse', { reason: about(next('why a complaint is not accepted')) }), 'a refusal');
  taken(await desk.approveAnswer(penaltyId), 'its approval');
  await complain();
  const { caseId } = await desk.decision(penaltyId);
  const reason = about(next('why a complaint is withdrawn'));
  taken(await desk.withdraw({ id: penaltyId, caseId }, desk.clerk, { reason }), 'a withdrawal');
  await complain();
  const accepted = { complex: true, reason: about(next('why a complaint takes longer')) };
  taken(await desk.onComplaint(penaltyId, 'accept', accepted), 'its acceptance');
  taken(await desk.answer(penaltyId, 'upheld', desk.other, about(next('answer to a complaint'))), 'an answer');
  const { annulmentId } = taken(await desk.approveAnswer(penaltyId), 'its approval') as unknown as { annulmentId: string };
  return annulmentId;
}

/** What waits in drafts that the public never reads, and who works here. */
export async function drafts({ story, admin, next }: Scene): Promise<void> {
  const { corrections, legal } = story;
  const title = next('title of a draft').name;
  const id = await corrections.draft({ title, said: about(next('words of a draft')), truth: VI.truth });
  taken(await corrections.act(legal, id, 'return', { reason: about(next('why a draft came back')) }), 'a return');
  const gone = await corrections.draft();
  await corrections.act(legal, gone, 'withdrawal', { reason: about(next('why a draft is withdrawn')) });
  const claim = next('words of a claim');
  const source = { title: line(claim), url: `https://soyte.example/${claim.handle}`, date: '2026-01-01' };
  const body = {
    topic: 'y-te',
    harm: 'high',
    wordings: [{ language: 'vi', text: about(claim) }],
    truth: about(claim),
    sources: [source],
    falseFrom: '2026-01-01',
    falseTo: null,
  };
  const { claimId, versionId: first } = taken(await story.inspector.call('POST', '/api/claims', body), 'a claim');
  const sentBack = { version: 1, reason: about(next('why a claim came back')) };
  taken(await story.chief.call('POST', `/api/claim-versions/${first}/return`, sentBack), 'its return');
  const { versionId } = taken(await story.inspector.call('POST', `/api/claims/${claimId}/versions`, body), 'its second version');
  taken(await story.chief.call('POST', `/api/claim-versions/${versionId}/approve`), 'its approval');
  const reason = about(next('why a claim leaves the registry'));
  const version = async () => taken(await story.chief.call('GET', `/api/claims/${claimId}`), 'the claim').version as unknown as number;
  const leaves = `/api/claims/${claimId}/retirement`;
  taken(await story.inspector.call('POST', leaves, { reason, version: await version() }), 'its proposed end');
  taken(await story.chief.call('POST', `${leaves}/decision`, { agreed: true, version: await version() }), 'its end');
  const staff = next('a new member of staff');
  taken(
    await admin.call('POST', '/api/users', { name: staff.name, email: staff.email, password: 'một mật khẩu đủ dài', roles: ['inspector'] }),
    'a user',
  );
  taken(await admin.call('GET', '/api/users'), 'the users');
}
