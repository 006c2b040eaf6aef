import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { steps, type NextAct } from '../core/flow/flow.js';
import { rightsOf } from '../core/identity/rights.js';
import { Problem } from '../core/problem/problem.js';
import { actOf, MASK, onFile, takesEntries, turnOf, type CaseFacts } from './case.js';
import type { CaseEvent, CaseFile, Colleague, Deadline, Fall, Note, Party, Related } from './case-file.js';
import { myRequest } from '../core/identity/identity-requests.js';
import { notBarred } from './barred.view.js';
import { CASE_LINE, type CaseLine } from './case-list.view.js';
import { caseFlow } from './case.flow.js';
import { CasePartsView } from './case-parts.view.js';
import { KnowCase } from './know-case.use-case.js';

interface Reader {
  staffId: string;
  rights: ReadonlySet<string>;
}
const HISTORY = 200;
const PARTIES = `SELECT p.id, p.kind, p.role, p.staff_id IS NOT NULL AS "isStaff", $2::text AS name, true AS masked, u.name AS "addedBy", p.added_at AS "addedAt",
    (SELECT count(*)::int FROM core.personal_data_reads r WHERE r.ref_id = p.id AND r.kind = 'party') AS reads,
    CASE WHEN p.role = 'reporter' THEN ${myRequest('party', 'p.id', '$3')} END AS identity
  FROM cases.parties p JOIN core.staff u ON u.id = p.added_by WHERE p.case_id = $1 ORDER BY p.added_at, p.id`;
const NOTES = `SELECT n.id, n.text, n.written_by AS "byId", u.name AS by, n.written_at AS at FROM cases.notes n JOIN core.staff u ON u.id = n.written_by WHERE n.case_id = $1 ORDER BY n.written_at, n.id`;
const DEADLINES = `SELECT d.id, d.what, d.due_at AS "dueAt", u.name AS "setBy", d.set_at AS "setAt", d.met_at AS "metAt", d.met_at IS NULL AND d.due_at <= core.office_now() AS overdue
  FROM cases.deadlines d JOIN core.staff u ON u.id = d.set_by WHERE d.case_id = $1 ORDER BY d.due_at, d.id`;
const FALL = `SELECT f.id, f.what, f.reason, f.proposed_by AS "proposedById", u.name AS "proposedBy", f.proposed_at AS "proposedAt", d.decision, d.reason AS "decisionReason", w.name AS "decidedBy", d.decided_at AS "decidedAt"
  FROM cases.case_fall_proposals f JOIN core.staff u ON u.id = f.proposed_by LEFT JOIN cases.case_fall_decisions d ON d.proposal_id = f.id LEFT JOIN core.staff w ON w.id = d.decided_by
  WHERE f.case_id = $1 ORDER BY f.proposed_at`;
// by index, newest of each subject: a walk down the whole log would be what the planner likes
const HISTORY_SQL = `
  WITH positions AS MATERIALIZED (
    SELECT x.position FROM (SELECT unnest($1::text[]) UNION SELECT l.post_id::text FROM cases.case_posts l WHERE l.case_id::text = $3) AS about(subject) CROSS JOIN LATERAL (SELECT e.position FROM core.events e WHERE e.subject = about.subject ORDER BY e.position DESC LIMIT $2) x
    UNION SELECT y.position FROM (SELECT e.position FROM core.events e WHERE e.office -> 'data' ->> 'caseId' = $3 ORDER BY e.position DESC LIMIT $2) y),
  newest AS MATERIALIZED (SELECT position FROM positions ORDER BY position DESC LIMIT $2)
  SELECT e.id, e.type, e.office ->> 'officeAt' AS at, e.office ->> 'recordedAt' AS "recordedAt", u.name AS "actorName", e.subject, e.office -> 'data' AS office, s.seq::float8 AS seq,
    (SELECT st.reason FROM cases.steps st WHERE st.id = (e.office -> 'data' ->> 'stepId')::uuid) AS reason
  FROM newest JOIN core.events e ON e.position = newest.position LEFT JOIN core.seals s ON s.event_id = e.id LEFT JOIN core.staff u ON u.id::text = e.office ->> 'actor'
  ORDER BY e.position DESC`;

const STAFF = `SELECT s.id AS "staffId", s.name, array_agg(r.role) AS roles FROM core.staff s JOIN core.staff_roles r ON r.staff_id = s.id AND r.approved_at IS NOT NULL AND r.ended_at IS NULL
  GROUP BY s.id, s.name ORDER BY s.name, s.id LIMIT 500`;

/** The whole case file as one screen reads it, in one snapshot. */
@Injectable()
export class CaseFileView {
  constructor(
    private readonly db: Db,
    private readonly know: KnowCase,
    private readonly parts: CasePartsView,
  ) {}

  run(actor: Reader, id: string): Promise<CaseFile> {
    return this.db.read(async (tx) => {
      const [found] = await tx.query<(CaseLine & Pick<CaseFile, 'openedBy'>)[]>(
        `SELECT ${CASE_LINE}, (SELECT name FROM core.staff s WHERE s.id = c.opened_by) AS "openedBy" FROM cases.cases c WHERE c.id = $1 AND ${notBarred('$2')}`,
        [id, actor.staffId],
      );
      if (!found) throw new Problem('missing');
      const { items: posts } = await this.parts.postsOf(tx, id, {});
      const { items: exhibits } = await this.parts.exhibitsOf(tx, id, actor.staffId, {});
      const parties = await tx.query<Party[]>(PARTIES, [id, MASK, actor.staffId]);
      const notes = await tx.query<Note[]>(NOTES, [id]);
      const deadlines = await tx.query<Deadline[]>(DEADLINES, [id]);
      const falls = await tx.query<Fall[]>(FALL, [id]);
      const related = await this.related(tx, id);
      const history = await tx.query<CaseEvent[]>(HISTORY_SQL, [[id, ...related.map((r) => r.id)], HISTORY, id]);
      const facts = await this.know.run(tx, id);
      return {
        ...found,
        mayEnter: takesEntries(found.state),
        posts,
        exhibits,
        totals: { posts: found.posts, exhibits: found.exhibits },
        parties,
        notes,
        deadlines,
        falls,
        related,
        takedowns: related.filter((r) => r.kind === 'takedown').map((r) => r.id),
        history,
        assignable: await this.assignable(tx),
        next: nextActs(found, actor, facts),
      };
    });
  }

  /** Whoever may work on cases; that somebody is barred from this one is not told here. */
  private async assignable(tx: Tx): Promise<Colleague[]> {
    const people = await tx.query<{ staffId: string; name: string; roles: string[] }[]>(STAFF);
    return people.filter((p) => rightsOf(p.roles).has('case.work')).map(({ staffId, name }) => ({ staffId, name }));
  }

  /** What rooms to the right made of this case, as the log tells it: a record whose events name the case. */
  private related(tx: Tx, caseId: string): Promise<Related[]> {
    return tx.query<Related[]>(
      `SELECT split_part(e.type, '.', 1) AS kind, e.subject AS id FROM core.events e
       WHERE e.office -> 'data' ->> 'caseId' = $1 AND e.subject <> $1 AND split_part(e.type, '.', 1) NOT IN ('case', 'party', 'exhibit', 'capture', 'identity', 'personal-data', 'document', 'paper')
       GROUP BY 1, 2 ORDER BY min(e.position)`,
      [caseId],
    );
  }
}

/** What this person may do next with the case, with what each act still lacks. */
export function nextActs(found: Pick<CaseLine, 'state'>, actor: Reader, facts: CaseFacts): NextAct[] {
  const held = { needs: onFile(facts), authors: new Set(facts.proposed ? [facts.proposed.by] : []) };
  const without = (right: string) => ({ ...actor, rights: new Set([...actor.rights].filter((r) => r !== right)) });
  const acts: NextAct[] = steps(caseFlow, found.state, without('case.fall'), held)
    .map((step) => ({ ...step, act: actOf(found.state, step.to) }))
    .filter((step) => !step.lacks.includes('never-confirmed') && !step.lacks.includes('never-fell'));
  const turn = turnOf(found.state, facts);
  if (!turn) return acts;
  const plain = { possible: true, lacks: [], ownWork: false };
  if (actor.rights.has('case.propose-fall') && !facts.proposed) acts.push({ act: `propose-${turn}`, ...plain });
  // nobody waits for the decision on what nobody proposed
  for (const step of facts.proposed ? steps(caseFlow, found.state, without('case.work'), held) : []) {
    acts.push({ ...step, act: `approve-${turn}` });
    acts.push({ act: `decline-${turn}`, possible: !step.ownWork, lacks: [], ownWork: step.ownWork });
  }
  return acts;
}
