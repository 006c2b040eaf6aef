import { act, because, type Act } from '../act.js';
import { SIGNERS, TITLED, type Person } from '../people.js';
import { annulmentOf, barredFrom, standingComplaint, type Complaint, type Penalty, type World } from '../world.js';
import { handsIn } from './penalty-ground.js';
import { annulmentDraft } from './penalty-money.js';

const ISSUED = ['numbered', 'served', 'late', 'paid'];
let written = 0;
const handIn = (p: Penalty, who: Person): boolean => handsIn(p).has(who);

/** What is written of it fits where it stands. */
const fits = (c: Complaint): boolean => c.answer !== null && (c.answer.outcome === 'not-accepted') === (c.state === 'received');
/** The signature is all that stands against them, and whoever else is titled has a hand in it or is party to its case. */
const alone = (w: World, p: Penalty, c: Complaint, who: Person): boolean =>
  p.signed &&
  p.signer === who &&
  ![...p.writers, ...p.of.writers, ...c.answers].includes(who) &&
  TITLED.every((other) => other === who || handIn(p, other) || c.answers.includes(other) || barredFrom(w, other));

/** Complaints about a decision, from the day on which they came to the answer that a second person approves. */
export function complaining(w: World, p: Penalty): Act[] {
  if (p.annuls) return [];
  const standing = standingComplaint(p);
  return [
    act({
      name: 'complaint record',
      duty: 'record a complaint',
      path: `/api/penalties/${p.id}/complaints`,
      body: {
        ...{ receivedOn: w.today, how: 'by-post', complainant: 'fined', version: p.version },
        ...{ asks: 'Hủy bỏ quyết định', says: `Không phải tôi đăng, ${++written}` },
      },
      forbids: () => because([!ISSUED.includes(p.state), 'no such step'], [standing !== undefined, 'there is one']),
      log: ['complaint.received'],
      done: ({ id, state, version }) => void p.complaints.unshift({ id, state, version, answers: [], answer: null }),
      of: p,
      weight: standing || !ISSUED.includes(p.state) ? 0.03 : 0.4,
    }),
    ...(standing ? [...steps(p, standing), ...answers(p, standing), approval(w, p, standing), sendingBack(w, p, standing)] : []),
  ];
}

const steps = (p: Penalty, c: Complaint): Act[] =>
  (['accept', 'withdraw'] as const).map((step) =>
    act({
      name: `complaint ${step}`,
      paper: step === 'withdraw' ? p.of.of : undefined,
      duty: step === 'withdraw' ? 'record a complaint' : 'draft a penalty',
      path: `/api/complaints/${c.id}/${step}`,
      body: { version: c.version, ...(step === 'accept' ? {} : { reason: `Theo đơn ${++written}` }) },
      forbids: (who) =>
        because(
          [handIn(p, who) || (step === 'withdraw' && c.answers.includes(who)), 'they had a hand in it'],
          [c.state !== 'received' && !(step === 'withdraw' && c.state === 'accepted'), 'no such step'],
        ),
      log: [{ accept: 'complaint.accepted', withdraw: 'complaint.withdrawn' }[step]],
      done: ({ state, version }) => void Object.assign(c, { state, version }),
      of: p,
      weight: step === 'accept' ? 1.5 : 0.15,
    }),
  );

const answers = (p: Penalty, c: Complaint): Act[] =>
  (['upheld', 'rejected', 'not-accepted'] as const).map((outcome) =>
    act({
      name: `complaint answer ${outcome}`,
      duty: 'draft a penalty',
      method: outcome === 'not-accepted' ? 'POST' : 'PUT',
      path: `/api/complaints/${c.id}/${outcome === 'not-accepted' ? 'refuse' : 'answer'}`,
      body: {
        version: c.version,
        ...(outcome === 'not-accepted' ? { reason: `Theo đơn ${++written}` } : { outcome, says: `Đã xem xét, ${++written}` }),
      },
      forbids: (who) =>
        because(
          [handIn(p, who), 'they had a hand in it'],
          [c.state !== (outcome === 'not-accepted' ? 'received' : 'accepted'), 'no such step'],
        ),
      log: ['complaint.answer-drafted'],
      done: ({ version, contentHash }, by) => {
        c.answers.push(by);
        Object.assign(c, { version, answer: { outcome, contentHash } });
      },
      of: p,
      weight: c.state === 'accepted' && !fits(c) && outcome !== 'not-accepted' ? 1.5 : 0.1,
    }),
  );

/** What is upheld drafts the annulment, in the name of whoever wrote the answer. */
function approval(w: World, p: Penalty, c: Complaint): Act {
  const drafts = c.state === 'accepted' && c.answer?.outcome === 'upheld' && !annulmentOf(w, p);
  return act({
    name: 'complaint approve',
    duty: 'sign a penalty',
    path: `/api/complaints/${c.id}/approve`,
    body: { contentHash: c.answer?.contentHash ?? '0'.repeat(64), version: c.version },
    forbids: (who) =>
      because(
        [!SIGNERS.includes(who) || !w.shown.has(who), 'no second factor was shown'],
        [c.state !== 'accepted' && c.state !== 'received', 'no such step'],
        [(handIn(p, who) && !alone(w, p, c, who)) || c.answers.includes(who), 'own work'],
        [!TITLED.includes(who), 'no title covers it'],
        [!fits(c), 'nothing is answered'],
        [c.answer?.returned === true, 'it was sent back'],
      ),
    log:
      c.state === 'received' ? ['complaint.not-accepted'] : drafts ? ['complaint.answered', 'annulment.drafted'] : ['complaint.answered'],
    done: ({ state, version, annulmentId }) => {
      if (drafts) w.penalties.push(annulmentDraft(annulmentId, p, new Set([c.answers.at(-1)!])));
      Object.assign(c, { state, version, upheld: c.answer?.outcome === 'upheld' });
    },
    of: p,
    weight: fits(c) ? 2 : 0.1,
  });
}

const sendingBack = (w: World, p: Penalty, c: Complaint): Act =>
  act({
    name: 'complaint return',
    duty: 'sign a penalty',
    path: `/api/complaints/${c.id}/return`,
    body: { contentHash: c.answer?.contentHash ?? '0'.repeat(64), version: c.version, reason: 'Nêu rõ căn cứ hơn' },
    forbids: (who) =>
      because(
        [c.state !== 'accepted' && c.state !== 'received', 'no such step'],
        [(handIn(p, who) && !alone(w, p, c, who)) || c.answers.includes(who), 'own work'],
        [!fits(c), 'nothing is answered'],
        [c.answer?.returned === true, 'it was sent back'],
      ),
    log: ['complaint.returned'],
    done: ({ version }) => void Object.assign(c, { version, answer: { ...c.answer!, returned: true } }),
    of: p,
    weight: 0.3,
  });
