import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { steps } from '../../core/flow/flow.js';
import type { Day } from '../../core/http/answer.js';
import { TitlesRepository, type StaffTitle } from '../../core/identity/titles.repository.js';
import { currentSetup, formOf, setupHash } from '../documents/print-setup.js';
import { nextDay } from '../penalty/day.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import { ComposeRecord } from './compose-record.use-case.js';
import { DraftsToSign, type DraftRow } from './drafts-to-sign.repository.js';
import type { Person } from './draw-violation.use-case.js';
import { KnowPenalty } from './know-penalty.use-case.js';
import { onFile } from './on-file.js';
import { flowOf } from './penalty.flow.js';
import { PenaltyRepository } from './penalty.repository.js';
import { awaitsHearing, windowsOf } from './procedure.js';
import { daysOff, procedureOn } from './procedure-table.js';
import { signingTitle } from './signing-title.js';
import { standingOf } from './standing.js';

/** A draft that cannot be signed yet: what it lacks, and from when an explanation is waited for no more. */
export interface NotYet {
  id: string;
  lacks: string[];
  from: Day | null;
}
/** The drafts that others wrote for one signer, those that wait longest first. */
export interface ToSign {
  now: string[];
  later: NotYet[];
}
const LAW = ['questions-answered', 'within-limitation', 'law-confirmed', 'sum-holds', 'referral-decided', 'competent-title'];

/** Which drafts somebody can sign now, as far as rows and the law tell: cheap enough for a counter. What only papers, exhibits and other records tell is asked of those that are listed. */
@Injectable()
export class ToSignView {
  constructor(
    private readonly drafts: DraftsToSign,
    private readonly penalties: PenaltyRepository,
    private readonly titles: TitlesRepository,
    private readonly know: KnowPenalty,
    private readonly composing: ComposeRecord,
  ) {}

  async run(tx: Tx, signer: Person): Promise<ToSign> {
    const day = await this.composing.today(tx);
    const at = { day, titles: await this.titles.held(tx, signer.staffId, day), printing: setupsOn(day) };
    const drafts = (await this.drafts.of(tx, signer)).map((row) => lackOf(row, at));
    return {
      now: drafts.filter((d) => d.lacks.length === 0).map((d) => d.id),
      later: drafts.filter((d) => d.lacks.length > 0),
    };
  }

  /** Which of these lack something after all, once all that is on file is known. */
  async lacking(tx: Tx, signer: Person, ids: readonly string[]): Promise<NotYet[]> {
    const found: NotYet[] = [];
    for (const id of ids) {
      const held = await this.penalties.find(tx, signer, id);
      const known = await this.know.run(tx, held, signer);
      const lacks = steps(flowOf(held.newest.content), 'draft', signer, known).find((step) => step.to === 'signed')?.lacks ?? [];
      if (lacks.length > 0) found.push({ id, lacks, from: null });
    }
    return found;
  }
}

type Setups = (content: DraftRow['content']) => string | null;
/** What each form is printed with on a day, computed once. */
function setupsOn(day: Day): Setups {
  const known = new Map<ReturnType<typeof formOf>, string | null>();
  return (content) => {
    const form = formOf(content);
    if (!known.has(form)) known.set(form, setupHash(currentSetup(form, day)));
    return known.get(form)!;
  };
}

function lackOf(row: DraftRow, { day, titles, printing }: { day: Day; titles: StaffTitle[]; printing: Setups }): NotYet {
  const { id, content, terms, given } = row;
  const printed = content.printing === undefined || content.printing === printing(content);
  const met = new Map<string, boolean>([['printing-current', printed]]);
  const put = (facts: [string, boolean][]) => facts.forEach(([need, holds]) => met.set(need, holds));
  let from: Day | null = null;
  if (content.kind === 'annulment') put([['competent-title', signingTitle(titles, day) !== null]]);
  else {
    const { drawnOn } = content.record;
    const windows = windowsOf(drawnOn, terms, given, day, procedureOn(drawnOn)!, daysOff);
    const { needs } = standingOf(content, { day, titles, confirmations: row.confirmations }, penaltyLaw);
    put([...onFile(content, { ...row, windows }), ['right-confirmed', row.confirmed]]);
    put(LAW.map((need) => [need, needs.has(need)]));
    if (!windows.explained && !awaitsHearing(given) && windows.explainUntil) from = nextDay(windows.explainUntil);
  }
  const needed = flowOf(content).draft.find((step) => step.to === 'signed')?.needs ?? [];
  const lacks = needed.filter((need) => met.get(need) === false);
  return { id, lacks, from: lacks.includes('explained') ? from : null };
}
