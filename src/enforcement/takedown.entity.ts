import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TakedownKind, TakedownState } from './takedown.flow.js';

@Entity({ schema: 'enforcement', name: 'takedowns' })
export class Takedown {
  @PrimaryColumn('uuid') id: string;
  @Column('text') reference: string;
  @Column('text') kind: TakedownKind;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { nullable: true }) withdraws: string | null;
  @Column('text') platform: string;
  @Column('text') state: TakedownState;
  @Column('int') version: number;
  @Column('int') attempt: number;
  @Column('timestamptz', { name: 'leaves_at', nullable: true }) leavesAt: Date | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
}
