import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  type ValidationOptions,
  registerDecorator,
} from 'class-validator';
import { IsMoment, IsReturnReason, IsVersion, Nested, YesOrNo } from '../core/http/checks.js';
import { CURSOR } from '../core/http/page.dto.js';
import { BOARD_ORDERS, type BoardOrder } from './board-order.js';
import { takedownTable } from './enforcement-table.js';
import { ITEM_STATES, REPLIES, type ItemState, type Reply } from './item.flow.js';
import { saysSomething } from './own-words.js';
import type { Language } from './request-text.js';
import { TAKEDOWN_STATES, type TakedownState } from './takedown.flow.js';

const LONGEST_TEXT = 8000;
const KEY = /^[a-z0-9][a-z0-9-]{0,59}$/;
/** An object of short texts under short names. */
const IsTexts = (options?: ValidationOptions) => (target: object, propertyName: string) =>
  registerDecorator({
    name: 'isTexts',
    constraints: [LONGEST_TEXT],
    target: target.constructor,
    propertyName,
    options: { message: `${propertyName} must hold texts of at most ${LONGEST_TEXT} characters`, ...options },
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        Object.keys(value).length <= 30 &&
        Object.entries(value).every(
          ([k, v]) => /^[a-z_]{1,40}$/.test(k) && typeof v === 'string' && v.length <= LONGEST_TEXT && v.isWellFormed(),
        ),
    },
  });

/** Words that somebody can read. */
const Says = (options?: ValidationOptions) => (target: object, propertyName: string) =>
  registerDecorator({
    name: 'says',
    constraints: [takedownTable.own_words.letters],
    target: target.constructor,
    propertyName,
    options: { message: `${propertyName} needs words that can be read`, ...options },
    validator: { validate: (value: unknown) => typeof value === 'string' && saysSomething(value, takedownTable.own_words.letters) },
  });

export class LinkDto {
  @IsUUID() addressId: string;
  @IsOptional() @IsString() @MaxLength(4096) url?: string;
}
class WordingDto {
  @IsOptional() @Matches(KEY) delivery?: string;
  @IsOptional() @IsString() @Length(2, 200) @Matches(/^[^\r\n]*$/) recipient?: string;
  @IsOptional() @IsIn(['vi', 'en']) language?: Language;
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @Nested(() => LinkDto, { each: true }) items?: LinkDto[];
  @IsOptional() @IsObject() @IsTexts() fields?: Record<string, string>;
}
export class DraftDto extends WordingDto {
  @IsUUID() caseId: string;
  @Matches(KEY) platform: string;
  @Matches(KEY) legalBasis: string;
}
export class ChangeDto extends WordingDto {
  @IsOptional() @Matches(KEY) legalBasis?: string;
  @IsVersion() version: number;
}
export class ApproveDto {
  @Matches(/^[0-9a-f]{64}$/) contentHash: string;
  @IsOptional() @IsVersion() version?: number;
}
export class ReturnTakedownDto {
  @Matches(/^[0-9a-f]{64}$/) contentHash: string;
  @IsReturnReason() reason: string;
  @IsVersion() version: number;
}
export class SendDto {
  @IsVersion() version: number;
  @IsOptional() @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) checklist?: string[];
  @IsOptional() @IsString() @MaxLength(4000) proof?: string;
}
export class WithdrawDto {
  @IsString() @Length(3, 4000) @Says() reason: string;
  @IsVersion() version: number;
}
export class BounceDto {
  @IsString() @Length(3, 2000) @Says() says: string;
  @IsVersion() version: number;
}
export class ReplyDto {
  @IsIn(REPLIES) reply: Reply;
  @IsOptional() @IsString() @MaxLength(10_000) text?: string;
  @IsOptional() @IsMoment() receivedAt?: Date;
  @IsOptional() @IsUUID() exhibitId?: string;
  @IsOptional() @IsVersion() version?: number;
}
class FilterDto {
  @IsOptional() @Matches(KEY) platform?: string;
  @IsOptional() @YesOrNo() overdue?: boolean;
  @IsOptional() @IsUUID() caseId?: string;
  @IsOptional() @Matches(CURSOR) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}
export class TakedownListDto extends FilterDto {
  @IsOptional() @IsIn(['removal', 'withdrawal']) kind?: 'removal' | 'withdrawal';
  @IsOptional() @IsIn(TAKEDOWN_STATES) state?: TakedownState;
  @IsOptional() @YesOrNo() returned?: boolean;
}
export class ItemListDto extends FilterDto {
  @IsOptional() @IsIn(ITEM_STATES) state?: ItemState;
  @IsOptional() @IsIn(BOARD_ORDERS) sort?: BoardOrder;
}
export class PrefillDto {
  @IsUUID() caseId: string;
}
