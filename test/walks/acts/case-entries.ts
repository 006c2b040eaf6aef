import { act, because, type Act, type Answer } from '../act.js';
import { HOLDS, type Case } from '../world.js';

/** What is written into a case: notes, people, deadlines, its title. */
export function entries(c: Case): Act[] {
  const closed: [boolean, string] = [!HOLDS.includes(c.state), 'it takes no entries'];
  const version = ({ version }: Answer) => void (c.version = version);
  return [
    act({
      name: 'case note',
      duty: 'note on a case',
      path: `/api/cases/${c.id}/notes`,
      body: { text: 'Đã gọi điện', version: c.version },
      log: ['case.noted'],
      done: version,
      single: false, // a note changes nothing that another note was written on
      of: c,
      weight: 0.15,
    }),
    act({
      name: 'case party',
      duty: 'work on a case',
      path: `/api/cases/${c.id}/parties`,
      body: { kind: 'person', role: 'accused', name: `Nguyễn Văn Thử ${c.parties.length + 1}`, version: c.version },
      forbids: () => because(closed),
      log: ['case.party-added'],
      done: ({ id, version }) => {
        c.parties.push(id);
        c.version = version;
      },
      of: c,
      weight: c.parties.length === 0 ? 1 : 0.1,
    }),
    act({
      name: 'case deadline',
      duty: 'work on a case',
      path: `/api/cases/${c.id}/deadlines`,
      body: { what: 'Trả lời đơn vị', dueAt: '2099-01-01', version: c.version },
      forbids: () => because(closed),
      log: ['case.deadline-set'],
      done: ({ id, version }) => {
        c.deadlines.push(id);
        c.version = version;
      },
      of: c,
      weight: 0.1,
    }),
    ...c.deadlines.map((deadline) =>
      act({
        name: 'case deadline met',
        duty: 'work on a case',
        path: `/api/cases/${c.id}/deadlines/${deadline}/meet`,
        body: { version: c.version },
        unsure: !HOLDS.includes(c.state),
        log: ['case.deadline-met'],
        done: ({ version }) => {
          c.deadlines = c.deadlines.filter((d) => d !== deadline);
          c.version = version;
        },
        of: c,
        weight: 0.5,
      }),
    ),
    ...[`Vụ việc thử ${c.version}`, c.title ?? 'Vụ việc thử'].map((title) => retitle(c, title, closed)),
  ];
}

/** Another title is an act; the one that it has already is none. */
const retitle = (c: Case, title: string, closed: [boolean, string]): Act =>
  act({
    name: `case title${title === c.title ? ' as it is' : ''}`,
    duty: 'work on a case',
    path: `/api/cases/${c.id}/title`,
    body: { title, version: c.version },
    forbids: () => because(closed),
    log: title === c.title ? [] : ['case.retitled'],
    done: ({ version }) => void Object.assign(c, { title, version }),
    single: title !== c.title,
    of: c,
    weight: title === c.title ? 0.05 : 0.2,
  });
