import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Factor } from './priority.js';

export type TriageState = 'waiting' | 'judged' | 'merged';

@Entity({ schema: 'classify', name: 'triage_items' })
export class TriageItemRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') state: TriageState;
  @Column('int') priority: number;
  @Column('jsonb') factors: Factor[];
  @Column('text', { nullable: true }) text: string | null;
  @Column('text', { name: 'text_sha256', nullable: true }) textSha256: string | null;
  @Column('date', { name: 'posted_on', nullable: true }) postedOn: string | null;
  @Column('uuid', { name: 'evidence_id', nullable: true }) evidenceId: string | null;
  @Column('uuid', { name: 'capture_id', nullable: true }) captureId: string | null;
  @Column('text', { nullable: true }) platform: string | null;
  @Column('text', { nullable: true }) topic: string | null;
  @Column('int') reports: number;
  @Column('boolean', { name: 'look_again' }) lookAgain: boolean;
  @Column('uuid', { name: 'lease_by', nullable: true }) leaseBy: string | null;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil: Date | null;
  /** since when whoever has it has it */
  @Column('timestamptz', { name: 'lease_since', nullable: true }) leaseSince: Date | null;
  /** nothing was suggested for it: whether it is one of the sample; null: something was, or nobody looked */
  @Column('boolean', { nullable: true }) sampled: boolean | null;
  @Column('int') version: number;
  @Column({ type: 'timestamptz', name: 'received_at', update: false, insert: false }) receivedAt: Date;
  @Column('timestamptz', { name: 'judged_at', nullable: true }) judgedAt: Date | null;
}
