import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatcherModel } from '../matching/model.js';
import type { Tally } from './compare.js';
import type { TrialState } from './trial.flow.js';

@Entity({ schema: 'classify', name: 'trials' })
export class TrialRow {
  @PrimaryColumn('uuid') id: string;
  @Column('float8') suggest: number;
  @Column('float8') strong: number;
  /** null: the one that the product ships */
  @Column('jsonb', { nullable: true }) model: MatcherModel | null;
  @Column('text', { name: 'model_id' }) modelId: string;
  /** the trial whose outcome was in force; null: what the product ships */
  @Column('uuid', { name: 'base_id', nullable: true }) baseId: string | null;
  @Column('text', { name: 'base_model_id' }) baseModelId: string;
  @Column('float8', { name: 'base_suggest' }) baseSuggest: number;
  @Column('float8', { name: 'base_strong' }) baseStrong: number;
  @Column('text') reason: string;
  @Column('text') state: TrialState;
  /** judged posts that it runs over, and how many it has */
  @Column('int') posts: number;
  @Column('int') done: number;
  @Column('jsonb') tally: Tally;
  /** why a batch failed for good, and the last post before that batch */
  @Column('text', { nullable: true }) failure: string | null;
  @Column('uuid', { name: 'after_item', nullable: true }) afterItem: string | null;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
}
