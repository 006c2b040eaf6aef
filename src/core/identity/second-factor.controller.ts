import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { By, Entering, Needs, type Actor } from './actor.js';
import { CodeDto } from './identity.dto.js';
import { SecondFactor } from './second-factor.use-case.js';
import { tokenHash } from './secrets.js';
import { sessionToken } from './session-cookie.js';

@Controller('api')
export class SecondFactorController {
  constructor(private readonly factor: SecondFactor) {}

  /** Begins the enrolment of a second factor. */
  @Post('me/second-factor')
  @Entering()
  begin(@By() actor: Actor, @Res({ passthrough: true }) response: Response) {
    response.setHeader('cache-control', 'no-store');
    return this.factor.begin(actor);
  }

  /** Puts the second factor in force by its first code. */
  @Post('me/second-factor/confirm')
  @HttpCode(204)
  @Entering()
  confirm(@By() actor: Actor, @Body() { code }: CodeDto, @Req() request: Request) {
    return this.factor.confirm(actor, code, tokenHash(sessionToken(request)!));
  }

  /** Takes the second factor of a lost device away. */
  @Post('users/:accountId/second-factor/reset')
  @HttpCode(204)
  @Needs('users.manage')
  reset(@By() actor: Actor, @Param('accountId', ParseUUIDPipe) accountId: string) {
    return this.factor.reset(actor, accountId);
  }
}
