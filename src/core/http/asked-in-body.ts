import { applyDecorators, HttpCode, Injectable, SetMetadata, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { invalid } from '../problem/invalid.js';

const ASKED_IN_BODY = 'asked-in-body';

/** Whatever stands in an address is refused, since nothing is read from there. */
@Injectable()
class NothingInAddress implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const names = Object.keys(context.switchToHttp().getRequest<Request>().query);
    if (names.length > 0)
      throw invalid(...names.map((path) => ({ path, rule: 'whitelistValidation' as const, message: `property ${path} should not exist` })));
    return true;
  }
}

/** A reading that is asked for in people's words: they stand in the body of a POST, since addresses stand in the logs of proxies. It is carried out each time anew; no idempotency key answers it again. */
export const AskedInBody = () => applyDecorators(HttpCode(200), SetMetadata(ASKED_IN_BODY, true), UseGuards(NothingInAddress));
export const isAskedInBody = (handler: object): boolean => Reflect.getMetadata(ASKED_IN_BODY, handler) === true;
