import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { By, Entering, Needs, type Actor } from './actor.js';
import { CodeDto } from './identity.dto.js';
import { ResetSecondFactor } from './reset-second-factor.use-case.js';
import { SecondFactor } from './second-factor.use-case.js';
import { tokenHash } from './secrets.js';
import { sessionToken } from './session-cookie.js';

@Controller('api')
export class SecondFactorController {
  constructor(
    private readonly factor: SecondFactor,
    private readonly resetting: ResetSecondFactor,
  ) {}

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

  /** Proposes that the second factor of a lost device is taken away. */
  @Post('users/:accountId/second-factor/reset')
  @Needs('users.manage')
  propose(@By() actor: Actor, @Param('accountId', ParseUUIDPipe) accountId: string) {
    return this.resetting.propose(actor, accountId);
  }

  /** Takes away a second factor, as somebody else proposed. */
  @Post('second-factor-resets/:id/approve')
  @HttpCode(204)
  @Needs('rights.approve')
  approve(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.resetting.approve(actor, id);
  }

  /** Leaves a second factor in force that somebody else proposed to take away. */
  @Post('second-factor-resets/:id/decline')
  @HttpCode(204)
  @Needs('rights.approve')
  decline(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.resetting.decline(actor, id);
  }
}
