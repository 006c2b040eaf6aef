import { act, because, type Act } from '../act.js';
import { persons, SIGNERS, type Person } from '../people.js';
import { barredFrom, HOLDS, type Case, type World } from '../world.js';

/** Staff who are party to a case: for them there is no such case, nor anything that hangs on its posts, until a second person lifts the bar. */
export const bars = (w: World, c: Case): Act[] => [...inTurn(w).map((person) => name(w, c, person)), ...c.bars.map((bar) => lift(c, bar))];

/** In each walk another one comes first. */
const inTurn = ({ n }: World): Person[] => persons.map((_, i) => persons[(i + n) % persons.length]);

const name = (w: World, c: Case, person: Person): Act => {
  const assigned = c.assignee === person;
  return act({
    name: 'case party of the office',
    duty: 'work on a case',
    path: `/api/cases/${c.id}/parties`,
    body: { kind: 'person', role: 'witness', name: 'Người của cơ quan', staffId: w.staff[person], version: c.version },
    forbids: () =>
      because(
        [!HOLDS.includes(c.state), 'it takes no entries'],
        [SIGNERS.every((chief) => chief === person || barredFrom(w, chief)), 'nobody would be left to oversee it'],
      ),
    log: assigned ? ['case.assigned', 'case.party-added'] : ['case.party-added'],
    done: ({ id, version }, by) => {
      c.bars.push({ partyId: id, person, by });
      Object.assign(c, { version, assignee: assigned ? null : c.assignee });
    },
    of: c,
    weight: c.bars.length === 0 ? 0.06 : 0.01,
  });
};

const lift = (c: Case, bar: Case['bars'][number]): Act =>
  act({
    name: 'case bar lift',
    duty: 'decide a fall',
    path: `/api/cases/${c.id}/parties/${bar.partyId}/bar-lift`,
    body: { reason: 'Trùng tên người khác', version: c.version },
    forbids: (who) => because([bar.by === who, 'own work'], [bar.lifted === true, 'it is lifted']),
    log: ['case.bar-lifted'],
    done: ({ version }) => {
      bar.lifted = true;
      c.version = version;
    },
    of: c,
    weight: bar.lifted ? 0.05 : 0.4,
  });

/** The same acts, which nobody does who is party to a case about the post. */
export const unlessBarred = (w: World, acts: Act[]): Act[] =>
  acts.map((each) => ({
    ...each,
    known: (who) => !barredFrom(w, who),
    forbids: (who) => (barredFrom(w, who) ? 'they are party to it' : each.forbids(who)),
  }));
