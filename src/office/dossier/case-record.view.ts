import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Page } from '../../core/http/answer.js';
import { Problem } from '../../core/problem/problem.js';
import { CASE_LINE, CaseEntriesView, CaseHistoryView, CasePartsView, notBarred, type CaseLine } from '../../cases/index.js';
import { CasePenaltiesView } from '../../enforcement/index.js';
import { dossierTable } from './dossier-table.js';
import type { Exporter } from './exporter.js';
import { eventsWithout } from './left-out.js';
import type { RecordWriter } from './record.page.js';

const HEAD = `SELECT ${CASE_LINE}, (SELECT name FROM core.staff s WHERE s.id = c.opened_by) AS "openedBy", (SELECT name FROM core.staff s WHERE s.id = $2) AS by FROM cases.cases c WHERE c.id = $1 AND ${notBarred('$2')}`;
/** as many lines as are read at a time */
const LINES = 100;
type Read<T> = (page: { cursor?: string; limit: number }) => Promise<Page<T>>;

/** Every line of a list, page by page. */
export async function* linesOf<T>(read: Read<T>): AsyncGenerator<T> {
  for (let cursor: string | undefined, more = true; more;) {
    const { items, nextCursor } = await read({ cursor, limit: LINES });
    yield* items;
    more = nextCursor !== null;
    cursor = nextCursor ?? undefined;
  }
}
async function* without<T extends object>(lines: AsyncIterable<T>, ...fields: string[]): AsyncGenerator<object> {
  for await (const line of lines) yield Object.fromEntries(Object.entries(line).filter(([name]) => !fields.includes(name)));
}

/** Writes what people entered into a case, and what happened with it, as its file shows it: names of parties stay masked. */
@Injectable()
export class CaseRecordView {
  constructor(
    private readonly parts: CasePartsView,
    private readonly entries: CaseEntriesView,
    private readonly happened: CaseHistoryView,
    private readonly penalties: CasePenaltiesView,
  ) {}

  async head(tx: Tx, by: Exporter, caseId: string): Promise<CaseLine & { openedBy: string | null; by: string }> {
    const [found] = await tx.query<(CaseLine & { openedBy: string | null; by: string })[]>(HEAD, [caseId, by.staffId]);
    if (!found) throw new Problem('missing');
    return found;
  }
  async posts(tx: Tx, caseId: string, record: RecordWriter): Promise<void> {
    await record.list(
      'posts',
      linesOf((page) => this.parts.postsOf(tx, caseId, page)),
    );
  }
  exhibits(tx: Tx, by: Exporter, caseId: string) {
    return linesOf((page) => this.parts.exhibitsOf(tx, caseId, { staffId: by.staffId }, page));
  }
  /** Tells the ids of those that it leaves out. */
  async parties(tx: Tx, by: Exporter, caseId: string, record: RecordWriter): Promise<Set<string>> {
    const leftOut = new Set<string>();
    const lines = linesOf((page) => this.entries.partiesOf(tx, caseId, by.staffId, page));
    const told = async function* () {
      for await (const party of lines)
        if (dossierTable.left_out.roles.includes(party.role)) leftOut.add(party.id);
        else yield party;
    };
    await record.list('parties', without(told(), 'identity', 'mine', 'reads'));
    return leftOut;
  }
  async decided(tx: Tx, by: Exporter, caseId: string, record: RecordWriter): Promise<void> {
    await record.list('violations', await this.penalties.records(tx, caseId));
    const penalties = await this.penalties.run(tx, by, caseId);
    await record.list(
      'penalties',
      penalties.map(({ annulment, ...p }) => ({ ...p, annulment: annulment && { number: annulment.number, state: annulment.state } })),
    );
  }
  async entered(tx: Tx, caseId: string, leftOut: ReadonlySet<string>, record: RecordWriter): Promise<void> {
    await record.list(
      'notes',
      linesOf((page) => this.entries.notesOf(tx, caseId, page)),
    );
    await record.list(
      'deadlines',
      linesOf((page) => this.entries.deadlinesOf(tx, caseId, page)),
    );
    await record.list(
      'falls',
      linesOf((page) => this.entries.fallsOf(tx, caseId, page)),
    );
    const related = await this.happened.related(tx, caseId);
    const events = linesOf((page) => this.happened.of(tx, caseId, related, page));
    await record.list('timeline', eventsWithout(events, dossierTable.left_out, leftOut));
  }
}
