import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsMoment, IsVersion, Says, YesOrNo } from '../core/http/checks.js';
import { CURSOR } from '../core/http/page.dto.js';
import { PARTY_KINDS, PARTY_ROLES, type PartyRole } from './case.js';
import { CASE_ORDERS, type CaseOrder } from './case-order.js';
import { CASE_STATES, type CaseState } from './case.flow.js';

/** Sent back from what was read: refuses what is out of date. */
export class VersionedDto {
  @IsVersion() version: number;
}
/** Entries that only add to a case may leave it out. */
export class EntryDto {
  @IsOptional() @IsVersion() version?: number;
}

export class OpenCaseDto {
  @IsUUID() postId: string;
  @IsOptional() @IsString() @Length(1, 300) @Says() title?: string;
}
export class AddPostDto extends EntryDto {
  @IsUUID() postId: string;
}
export class ExhibitDto extends EntryDto {
  @IsUUID() evidenceId: string;
  @IsOptional() @Matches(/^[a-z0-9][a-z0-9._-]{0,59}$/) part?: string;
  @IsString() @Length(3, 2000) @Says(3) why: string;
}
/** What a scanned paper shows. */
export class PaperDto {
  @IsString() @Length(3, 2000) @Says(3) why: string;
}
export class NoteDto extends EntryDto {
  @IsString() @Length(1, 10_000) @Says() text: string;
}
export class PartyDto extends EntryDto {
  @IsIn(PARTY_KINDS) kind: 'person' | 'organisation';
  @IsIn(PARTY_ROLES) role: PartyRole;
  @IsString() @Length(1, 300) @Says() name: string;
  @IsOptional() @IsUUID() staffId?: string | null;
}
export class DeadlineDto extends EntryDto {
  @IsString() @Length(3, 300) @Says(3) what: string;
  @IsMoment() dueAt: Date;
}
export class AssignmentDto extends VersionedDto {
  @ValidateIf((dto: AssignmentDto) => dto.staffId !== null) @IsUUID() staffId: string | null;
}
export class CaseTitleDto extends VersionedDto {
  @IsString() @Length(1, 300) @Says() title: string;
}
export class StepDto extends VersionedDto {
  @IsIn(CASE_STATES) to: CaseState;
  @IsOptional() @IsString() @MaxLength(4000) reason?: string | null;
  @IsOptional() @IsArray() @ArrayMaxSize(1000) @IsUUID(undefined, { each: true }) over?: string[] | null;
}
export class FallDto extends VersionedDto {
  @IsString() @Length(3, 4000) @Says(3) reason: string;
}
export class FallDecisionDto extends VersionedDto {
  @IsIn(['approved', 'declined']) decision: 'approved' | 'declined';
  @IsOptional() @IsString() @MaxLength(4000) reason?: string | null;
}
/** Bound to the judgement that was read: a newer one proposes anew. */
export class DeclineDto {
  @IsUUID() judgementId: string;
  @IsString() @Length(3, 1000) @Says(3) reason: string;
}
export class CaseListDto {
  @IsOptional() @IsIn(CASE_STATES) state?: CaseState;
  /** a part of the number */
  @IsOptional() @Matches(/^\s*[0-9-]*\s*$/) @MaxLength(20) q?: string;
  @IsOptional() @IsIn(['me', 'nobody']) assignee?: 'me' | 'nobody';
  /** not closed yet */
  @IsOptional() @YesOrNo() open?: boolean;
  /** about the same claim as this post */
  @IsOptional() @IsUUID() alike?: string;
  /** with a post that was judged by this claim */
  @IsOptional() @IsUUID() claimId?: string;
  /** judged by a claim that is false no more */
  @IsOptional() @YesOrNo() overtaken?: boolean;
  /** a deadline has passed */
  @IsOptional() @YesOrNo() overdue?: boolean;
  @IsOptional() @IsIn(CASE_ORDERS) sort?: CaseOrder;
  @IsOptional() @Matches(CURSOR) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}
