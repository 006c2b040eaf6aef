import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsUUID, Matches } from 'class-validator';
import { Nested } from '../../core/http/checks.js';
import { DRAFTS, type DraftKind } from './reversal-line.js';

class ApprovalDto {
  @IsIn(DRAFTS) kind: DraftKind;
  @IsUUID() id: string;
  @Matches(/^[0-9a-f]{64}$/) contentHash: string;
}
export class ApprovalsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique(({ kind, id }: ApprovalDto) => `${kind} ${id}`)
  @Nested(() => ApprovalDto, { each: true })
  approvals: ApprovalDto[];
}
