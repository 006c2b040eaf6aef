// One case of the overfull office: every kind of line that it can have, and many of each.
import { each, times } from './each.mjs';
import { longText, spread } from './long-texts.mjs';

const DAY = 86_400_000;
const day = (ahead) => new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10);

export async function fillOneCase(told, { inspector, legal }, { main, linked, others }) {
  await each(told, 'posts in one case', linked, (postId) => inspector.post(`/api/cases/${main}/posts`, { postId }));
  await each(told, 'notes of full length', times(60), () => inspector.post(`/api/cases/${main}/notes`, { text: longText(10_000) }));
  const role = (i) => spread(['accused', 'witness', 'other'], i);
  await each(told, 'people in it', times(30), (i) =>
    inspector.post(`/api/cases/${main}/parties`, { kind: i % 2 ? 'person' : 'organisation', role: role(i), name: longText(300) }),
  );
  const due = (i) => new Date(Date.now() + (i + 1) * 3 * 3_600_000).toISOString();
  await each(told, 'deadlines in it', times(40), (i) =>
    inspector.post(`/api/cases/${main}/deadlines`, { what: longText(300), dueAt: due(i) }),
  );
  await each(told, 'deadlines elsewhere', others, (id) =>
    inspector.post(`/api/cases/${id}/deadlines`, { what: longText(300), dueAt: due(1) }),
  );
  const { exhibits } = (await inspector.get(`/api/cases/${main}`)).body;
  await each(told, 'looks at evidence', exhibits.slice(0, 8), ({ captureId, evidenceId }) =>
    legal.get(captureId ? `/api/captures/${captureId}/parts/view` : `/api/evidence/${evidenceId}/verification`),
  );
}

/** A link is asked for once, so all but the first are refused. */
export async function fillTakedowns(told, { coordinator }, { main }) {
  const fields = { signer: longText(200) };
  await each(told, 'requests with every link of that case', times(6), () =>
    coordinator.post('/api/takedowns', { caseId: main, platform: 'song-lo', legalBasis: 'nd147-24h', fields }),
  );
}

export async function fillPenalties(told, { inspector }, { main }) {
  const { parties, exhibits } = (await inspector.get(`/api/cases/${main}`)).body;
  const accused = parties.filter((p) => p.role === 'accused');
  await each(told, 'violation records', accused.slice(0, 5), ({ id, kind }) =>
    inspector.post('/api/violations', {
      caseId: main,
      partyId: id,
      exhibits: exhibits.map((x) => x.id).slice(0, 50),
      place: longText(300),
      stopDemanded: true,
      subject: { kind: kind === 'person' ? 'individual' : 'organisation' },
      act: {
        types: ['false-info-social'],
        where: 'social-network',
        started: day(-3),
        discovered: day(-2),
        status: { answer: 'ended', reason: longText(2000) },
        facts: longText(4000),
      },
      answers: { said: { accused: { words: longText(10_000) } } },
    }),
  );
}
