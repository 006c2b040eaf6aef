import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClaimState } from './claim.flow.js';
import type { Harm, Source, Wording } from './claim.js';

@Entity({ schema: 'classify', name: 'claims' })
export class ClaimRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: ClaimState;
  @Column('uuid', { name: 'current_version_id', nullable: true }) currentVersionId: string | null;
  @Column('int') version: number;
}

@Entity({ schema: 'classify', name: 'claim_versions' })
export class ClaimVersionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'claim_id' }) claimId: string;
  @Column('int') number: number;
  @Column('text') topic: string;
  @Column('text') harm: Harm;
  @Column('jsonb') wordings: Wording[];
  @Column('text') truth: string;
  @Column('jsonb') sources: Source[];
  @Column('date', { name: 'false_from' }) falseFrom: string;
  @Column('date', { name: 'false_to', nullable: true }) falseTo: string | null;
  @Column('uuid', { name: 'drafted_by' }) draftedBy: string;
  @Column('timestamptz', { name: 'drafted_at', default: () => 'clock_timestamp()' }) draftedAt: Date;
}
