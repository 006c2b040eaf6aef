import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ItemState } from './item.flow.js';

@Entity({ schema: 'enforcement', name: 'items' })
export class Item {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'takedown_id' }) takedownId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'address_id' }) addressId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') url: string;
  @Column('text') state: ItemState;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('boolean') overdue: boolean;
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) claimedAt: Date | null;
  @Column('timestamptz', { name: 'verified_at', nullable: true }) verifiedAt: Date | null;
}
