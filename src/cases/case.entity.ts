import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseState } from './case.flow.js';

@Entity({ schema: 'cases', name: 'cases' })
export class CaseRow {
  @PrimaryColumn('uuid') id: string;
  @Column('int') year: number;
  @Column('int') serial: number;
  @Column('text') number: string;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text') state: CaseState;
  @Column('int') version: number;
  @Column('uuid', { nullable: true }) assignee: string | null;
  @Column('uuid', { name: 'opened_by' }) openedBy: string;
}
