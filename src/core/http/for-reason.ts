import { applyDecorators, HttpCode, Injectable, SetMetadata, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { IsString, Length } from 'class-validator';
import type { OfficeRequest } from '../identity/index.js';
import { LOOK_REASON } from '../identity/personal-data.js';
import { Says } from './checks.js';
import { invalidBody } from './invalid-body.js';

/** Why somebody needs to see it. */
export class LookDto {
  @IsString() @Length(LOOK_REASON.least, LOOK_REASON.most) @Says(3) reason: string;
}

const FOR_REASON = 'for-reason';

/** Addresses stand in the logs of proxies: a reason, or whatever else, is not taken from there. */
@Injectable()
class NothingInAddress implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const names = Object.keys(context.switchToHttp().getRequest<OfficeRequest>().query);
    if (names.length > 0)
      throw invalidBody(names.map((property) => ({ property, constraints: { unknown: `property ${property} should not exist` } })));
    return true;
  }
}

/** A reading that is shown to whoever says why, in the body of a POST. Each is a look of its own on the log, so no idempotency key answers it again. */
export const ForReason = () => applyDecorators(HttpCode(200), SetMetadata(FOR_REASON, true), UseGuards(NothingInAddress));
export const isForReason = (handler: object): boolean => Reflect.getMetadata(FOR_REASON, handler) === true;
