import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../config.js';
import { Db } from '../database/db.js';
import { Problem } from '../problem/problem.js';
import { By, Entering, Open, SignedIn, type Actor } from './actor.js';
import { CodeDto, OwnPasswordDto, SignInDto } from './identity.dto.js';
import { OwnPassword } from './own-password.use-case.js';
import { tokenHash } from './secrets.js';
import { deviceOf, giveDevice, giveSession, mayCarryPasswords, sessionToken, takeSession } from './session-cookie.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignIn } from './sign-in.use-case.js';
import { StepUpSession } from './step-up.use-case.js';

/** Who is signed in, with the proof that a call comes from our own page. */
export interface Me {
  staffId: string;
  name: string;
  title: string;
  roles: string[];
  rights: string[];
  csrf: string;
  secondFactor: boolean;
  /** somebody else chose the password: nothing is open before one's own */
  passwordGiven: boolean;
  language: 'vi' | 'en';
  timeZone: string;
}

@Controller('api')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly ownPassword: OwnPassword,
    private readonly steppingUp: StepUpSession,
    private readonly db: Db,
    private readonly sessions: SessionsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Signs in; the session comes as a cookie. */
  @Post('sign-in')
  @HttpCode(204)
  @Open()
  async enter(@Body() body: SignInDto, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    if (!mayCarryPasswords(request)) throw new Problem('insecure-host');
    const { token, device } = await this.signIn.run(body, { address: request.ip ?? '', device: deviceOf(request) });
    const former = sessionToken(request);
    if (former) await this.signIn.out(former);
    giveSession(response, token, this.config.limits.sessionHours);
    giveDevice(response, device, this.config.limits.deviceDays);
  }

  /** Ends the session. */
  @Post('sign-out')
  @HttpCode(204)
  @Entering()
  async leave(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.signIn.out(sessionToken(request)!);
    takeSession(response);
  }

  /** Shows the second factor again; for some minutes the session may then sign. */
  @Post('session/step-up')
  @HttpCode(204)
  @SignedIn()
  stepUp(@By() actor: Actor, @Body() { code }: CodeDto, @Req() request: Request): Promise<void> {
    return this.steppingUp.run(actor, code, tokenHash(sessionToken(request)!));
  }

  /** Changes one's own password; every other session of the account ends. */
  @Post('me/password')
  @HttpCode(204)
  @Entering()
  async password(@By() actor: Actor, @Body() { present, next }: OwnPasswordDto, @Req() request: Request): Promise<void> {
    await this.ownPassword.change(actor, present, next, tokenHash(sessionToken(request)!));
  }

  /** Who is signed in, with which rights. */
  @Get('me')
  @Entering()
  async me(@By() actor: Actor, @Req() request: Request): Promise<Me> {
    const session = await this.db.read((tx) => this.sessions.get(tx, tokenHash(sessionToken(request)!)));
    return {
      staffId: actor.staffId,
      name: actor.name,
      title: session!.title,
      roles: actor.roles,
      rights: [...actor.rights].sort(),
      csrf: session!.csrf,
      secondFactor: session!.enrolled,
      passwordGiven: session!.passwordGiven,
      language: this.config.language,
      timeZone: this.config.timeZone,
    };
  }
}
