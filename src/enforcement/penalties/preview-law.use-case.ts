import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Db } from '../../core/database/db.js';
import { invalid } from '../../core/problem/invalid.js';
import { computePenalty, type Penalty } from '../penalty/compute.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import { fieldFault } from '../penalty/field-reader.js';
import { ComposeRecord } from './compose-record.use-case.js';
import { readInput } from './violation-input.js';

export interface LawPreview {
  subject: { kind: string; age?: number | null };
  act: {
    types: string[];
    where: string;
    started: string;
    discovered?: string | null;
    status?: { answer: string; ended?: string | null } | null;
    returnedByPolice?: boolean;
    evasionEnded?: string | null;
  };
  provision?: string | null;
  circumstances?: string[];
  amount?: number | null;
  signs?: string[];
  refer?: boolean | null;
}
/** Stands for a reason that nobody has typed yet: the preview keeps nothing. */
const LATER = 'not written yet';

/** What the law says today of facts that are still being typed, with every result that an open answer may have. Nothing is kept. */
@Injectable()
export class PreviewLaw {
  constructor(
    private readonly db: Db,
    private readonly composing: ComposeRecord,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run({ subject, act, provision, circumstances, amount, signs = [], refer = null }: LawPreview): Promise<Penalty> {
    const read = readInput(
      {
        subject,
        act: { ...act, status: act.status && { ...act.status, reason: LATER } },
        provision: provision ? { id: provision, reason: LATER } : null,
        circumstances,
        amount: amount ? { value: amount, reason: LATER } : null,
        crime: { signs, refer, reason: refer === null ? null : LATER },
      },
      penaltyLaw,
      this.config.timeZone,
    );
    if ('faults' in read) throw invalid(...read.faults.map(fieldFault));
    const decidedOn = await this.db.read((tx) => this.composing.today(tx));
    return computePenalty({ ...read.case, decidedOn }, penaltyLaw);
  }
}
