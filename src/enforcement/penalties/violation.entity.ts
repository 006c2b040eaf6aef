import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../penalty/day.js';
import type { ViolationState } from './violation.flow.js';

@Entity({ schema: 'enforcement', name: 'violations' })
export class Violation {
  @PrimaryColumn('uuid') id: string;
  @Column('text') reference: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'party_id' }) partyId: string;
  @Column('text') state: ViolationState;
  @Column('int') version: number;
  @Column('date', { name: 'drawn_on', nullable: true }) drawnOn: Day | null;
}
