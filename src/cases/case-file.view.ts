import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { PREPARED } from '../core/database/preparing-client.js';
import { steps, type NextAct } from '../core/flow/flow.js';
import { Problem } from '../core/problem/problem.js';
import { actOf, onFile, owingInterest, takesEntries, turnOf, type CaseFacts } from './case.js';
import { CaseEntriesView } from './case-entries.view.js';
import type { CaseFile } from './case-file.js';
import { CaseHistoryView } from './case-history.view.js';
import { notBarred } from './barred.view.js';
import { CASE_LINE, type CaseLine } from './case-list.view.js';
import { caseFlow } from './case.flow.js';
import { CasePartsView } from './case-parts.view.js';
import { ColleaguesView } from './colleagues.view.js';
import { OvertakenGroundView } from './overtaken/overtaken-ground.view.js';
import { KnowCase } from './know-case.use-case.js';

interface Reader {
  staffId: string;
  rights: ReadonlySet<string>;
}
/** The whole case file as one screen reads it, in one snapshot. */
@Injectable()
export class CaseFileView {
  constructor(
    private readonly db: Db,
    private readonly know: KnowCase,
    private readonly parts: CasePartsView,
    private readonly entries: CaseEntriesView,
    private readonly happened: CaseHistoryView,
    private readonly colleagues: ColleaguesView,
    private readonly overtaken: OvertakenGroundView,
  ) {}

  run(actor: Reader, id: string): Promise<CaseFile> {
    return this.db.read(async (tx) => {
      const [found] = await tx.query<(CaseLine & Pick<CaseFile, 'openedBy'>)[]>(
        `${PREPARED}SELECT ${CASE_LINE}, (SELECT name FROM core.staff s WHERE s.id = c.opened_by) AS "openedBy" FROM cases.cases c WHERE c.id = $1 AND ${notBarred('$2')}`,
        [id, actor.staffId],
      );
      if (!found) throw new Problem('missing');
      const { items: posts } = await this.parts.postsOf(tx, id, {});
      const { items: exhibits } = await this.parts.exhibitsOf(tx, id, actor, {});
      const { items: parties } = await this.entries.partiesOf(tx, id, actor.staffId, {});
      const { items: notes } = await this.entries.notesOf(tx, id, {});
      const { items: deadlines } = await this.entries.deadlinesOf(tx, id, {});
      const { items: falls } = await this.entries.fallsOf(tx, id, {});
      const { items: assignable } = await this.colleagues.of(tx, {});
      const related = await this.happened.related(tx, id);
      const { items: history, nextCursor } = await this.happened.of(tx, id, related, {});
      const facts = await this.know.run(tx, id);
      return {
        ...found,
        overtaken: found.overtaken > 0 ? await this.overtaken.of(tx, id) : [],
        mayEnter: takesEntries(found.state),
        posts,
        exhibits,
        parties,
        notes,
        deadlines,
        falls,
        totals: {
          posts: found.posts,
          exhibits: found.exhibits,
          ...(await this.entries.totals(tx, id)),
          takedowns: related.filter((r) => r.kind === 'takedown').length,
          assignable: await this.colleagues.total(tx),
        },
        fell: facts.fell,
        owingInterest: owingInterest(facts),
        history,
        moreHistory: nextCursor !== null,
        assignable,
        next: nextActs(found, actor, facts),
      };
    });
  }
}

/** What this person may do next with the case, with what each act still lacks. */
export function nextActs(found: Pick<CaseLine, 'state'>, actor: Reader, facts: CaseFacts): NextAct[] {
  const over = new Set(owingInterest(facts).map((p) => p.id));
  const held = { needs: onFile(facts, over), authors: new Set(facts.proposed ? [facts.proposed.by] : []) };
  const without = (right: string) => ({ ...actor, rights: new Set([...actor.rights].filter((r) => r !== right)) });
  const acts: NextAct[] = steps(caseFlow, found.state, without('case.fall'), held)
    .map((step) => ({ ...step, act: actOf(found.state, step.to) }))
    .filter((step) => !step.lacks.includes('never-confirmed') && !step.lacks.includes('never-fell'));
  const plain = { possible: true, lacks: [], ownWork: false };
  if (actor.rights.has('case.work') && takesEntries(found.state)) acts.push({ act: 'retitle', ...plain });
  const turn = turnOf(found.state, facts);
  if (!turn) return acts;
  if (actor.rights.has('case.propose-fall') && !facts.proposed) acts.push({ act: `propose-${turn}`, ...plain });
  // nobody waits for the decision on what nobody proposed
  for (const step of facts.proposed ? steps(caseFlow, found.state, without('case.work'), held) : []) {
    acts.push({ ...step, act: `approve-${turn}` });
    acts.push({ act: `decline-${turn}`, possible: !step.ownWork, lacks: [], ownWork: step.ownWork });
  }
  return acts;
}
