// The demo office filled until it runs over, by its own people over the API: longest texts, longest words, long lists.
import { colleague } from './colleagues.mjs';
import { each, times } from './each.mjs';
import { fillOneCase, fillPenalties, fillTakedowns } from './overfill-case.mjs';
import { removed } from './removal.mjs';
import { longText, longWord, NAME, spread } from './long-texts.mjs';

const DAY = 86_400_000;
const day = (ahead) => new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10);

export async function overfill(office) {
  const told = [];
  const people = {};
  for (const role of ['inspector', 'chief', 'coordinator', 'legal', 'operator', 'administrator']) people[role] = await office.as(role);
  await fillRegistry(told, people);
  await fillQueue(told, people);
  const cases = await fillCases(told, people);
  await fillOneCase(told, people, cases);
  await fillTakedowns(told, people, cases);
  await fillPenalties(told, people, cases);
  // before more roles wait for the chief than a list holds
  for (const role of ['legal', 'chief']) await colleague(office, role);
  await fillUsers(told, people);
  await removed(office);
  return told;
}

async function fillRegistry(told, { inspector, chief, legal }) {
  const claim = (i) => ({
    topic: 'y-te',
    harm: 'high',
    wordings: times(i < 5 ? 20 : 3).map((n) => ({ language: 'vi', text: longText(1000, `Cách nói ${i}-${n}:`) })),
    truth: longText(4000, `Sự thật ${i}:`),
    sources: times(i < 5 ? 20 : 2).map((n) => ({
      title: longText(300, `Nguồn ${i}-${n}:`),
      url: `https://nguon.example/${longWord(1900)}${n}`,
      date: day(-n),
    })),
    falseFrom: day(-40),
    falseTo: i % 2 ? day(300) : null,
  });
  const drafted = [];
  await each(told, 'claims', times(60), async (i) => {
    const answer = await inspector.post('/api/claims', claim(i));
    if (answer.body.versionId) drafted.push(answer.body);
    return answer;
  });
  await each(told, 'claims approved', drafted.slice(0, 12), ({ versionId }) => chief.post(`/api/claim-versions/${versionId}/approve`, {}));
  const { items } = (await legal.get('/api/claims?state=approved&limit=100')).body;
  await each(told, 'claims proposed to leave', items.slice(-3), ({ id, version }) =>
    legal.post(`/api/claims/${id}/retirement`, { reason: longText(500), version }),
  );
  await each(told, 'corrections', items.slice(0, 15), async ({ id }) => {
    const made = await inspector.post('/api/corrections', { claimId: id });
    const correction = made.body.id ?? made.body.correctionId;
    const { version } = (await inspector.get(`/api/corrections/${correction}`)).body;
    const said = { title: longText(200), said: longText(1000), truth: longText(4000) };
    const sources = times(20).map((n) => ({ title: longText(300, `Nguồn ${n}:`), url: `https://nguon.example/${longWord(1900)}${n}` }));
    await inspector.put(`/api/corrections/${correction}`, { version, vi: said, en: said, sources });
    const written = (await inspector.get(`/api/corrections/${correction}`)).body;
    return legal.post(`/api/corrections/${correction}/publish`, { version: written.version, contentHash: written.contentHash });
  });
}

async function fillQueue(told, { inspector, operator }) {
  const known = (await inspector.get('/api/claims?state=approved&limit=100')).body.items.map((c) => c.wordings[0].text);
  const text = (i) => longText(20_000, `${spread(known, i).slice(0, 400)}. Tin số ${i}.`);
  const contact = { name: longText(200), phone: '0900000000', email: 'a@nguoi-bao.example' };
  await each(told, 'reports of full length', times(150), (i) =>
    inspector.post('/api/reports', { text: text(i), note: longText(4000), contact }),
  );
  await each(told, 'calls', times(10), (i) => operator.post('/api/phone-reports', { text: text(i), note: longText(4000), contact }));
  const all = async () => (await inspector.get('/api/triage?state=waiting&limit=100')).body.items;
  for (const until = Date.now() + 240_000; Date.now() < until; await new Promise((r) => setTimeout(r, 1_000)))
    if ((await all()).filter((i) => i.topClaim).length >= 70) break;
}

async function fillCases(told, { inspector }) {
  const waiting = (await inspector.get('/api/triage?state=waiting&limit=100')).body.items.filter((i) => i.topClaim);
  const linked = waiting.filter((i) => i.capture);
  const judged = [];
  await each(
    told,
    'posts judged false',
    [...linked.slice(0, 20), ...waiting.filter((i) => !i.capture).slice(0, 60)],
    async ({ id, postId }) => {
      const { item, matches } = (await inspector.get(`/api/triage/${id}`)).body;
      const answer = await inspector.post(`/api/triage/${id}/judgement`, {
        judgement: 'false-statement-of-fact',
        matchId: matches[0].id,
        reason: longText(2000),
        version: item.version,
      });
      if (answer.status < 300) judged.push(postId);
      return answer;
    },
  );
  const others = [];
  await each(told, 'cases', judged.filter((p) => !linked.some((i) => i.postId === p)).slice(0, 40), async (postId) => {
    const answer = await inspector.post('/api/cases', { postId, title: longText(300) });
    if (answer.status < 300) others.push(answer.body.id);
    return answer;
  });
  const asked = (await inspector.get('/api/cases?state=confirmed&limit=100')).body.items;
  return { main: asked[0].id, others, linked: judged.filter((p) => linked.some((i) => i.postId === p)) };
}

async function fillUsers(told, { administrator }) {
  await each(told, 'people of the office', times(40), (i) =>
    administrator.post('/api/users', {
      email: `${longWord(60)}${i}@office.example`,
      name: i === 0 ? longText(200) : `${NAME} ${i}`,
      title: longText(200),
      password: 'một mật khẩu đủ dài',
      roles: ['inspector', 'legal', 'coordinator'],
    }),
  );
}
