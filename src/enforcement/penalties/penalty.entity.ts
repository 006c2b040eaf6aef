import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../penalty/day.js';
import type { PenaltyKind } from './decision.js';
import type { PenaltyState } from './penalty.flow.js';

@Entity({ schema: 'enforcement', name: 'penalties' })
export class PenaltyRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'violation_id' }) violationId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') kind: PenaltyKind;
  @Column('uuid', { nullable: true }) annuls: string | null;
  /** by which the public log and the register know a decision; an annulment is told by the decision that it annuls */
  @Column('uuid', { nullable: true }) act: string | null;
  @Column('text') state: PenaltyState;
  @Column('int') version: number;
  @Column('int', { nullable: true }) year: number | null;
  @Column('int', { nullable: true }) serial: number | null;
  @Column('text', { nullable: true }) number: string | null;
  @Column('date', { name: 'issued_on', nullable: true }) issuedOn: Day | null;
  @Column('date', { name: 'served_on', nullable: true }) servedOn: Day | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: Day | null;
}
