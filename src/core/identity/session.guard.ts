import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { timingSafeEqual } from 'node:crypto';
import { CONFIG, type Config } from '../config.js';
import { Db } from '../database/db.js';
import { Problem } from '../problem/problem.js';
import { ACCESS, STEP_UP, type Access, type OfficeRequest } from './actor.js';
import { rightsOf } from './rights.js';
import { tokenHash } from './secrets.js';
import { sessionToken } from './session-cookie.js';
import { SessionsRepository } from './sessions.repository.js';
import { demandStepUp } from './shown-factor.js';
import './problems.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Every request passes here: who is it, may they, and does the call come from our own page? */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: Db,
    private readonly sessions: SessionsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (!access) throw new Problem('forbidden', { detail: 'This route says nobody may call it' });
    if (access.kind === 'open') return true;
    const request = context.switchToHttp().getRequest<OfficeRequest>();
    const token = sessionToken(request);
    const session = token ? await this.db.single((tx) => this.sessions.get(tx, tokenHash(token))) : undefined;
    if (!session) throw new Problem('not-signed-in');
    if (!SAFE.has(request.method)) this.refuseForeign(request, session.csrf);
    const entering = access.kind === 'signed-in' && access.entering;
    if (session.passwordGiven && !entering) throw new Problem('password-given');
    if (this.config.production && !session.enrolled && !entering) throw new Problem('second-factor-needed');
    const { accountId, staffId, name, roles, enrolled, secondFactorAge: age } = session;
    request.actor = { accountId, staffId, name, roles, rights: rightsOf(roles), factor: { enrolled, age } };
    if (access.kind === 'right' && !request.actor.rights.has(access.right)) throw new Problem('forbidden', { right: access.right });
    if (this.reflector.getAllAndOverride<boolean | undefined>(STEP_UP, [context.getHandler(), context.getClass()]))
      demandStepUp(request.actor.factor, this.config.limits.stepUpMinutes);
    return true;
  }

  private refuseForeign(request: OfficeRequest, csrf: string): void {
    const given = Buffer.from(request.get('x-csrf') ?? '');
    const known = Buffer.from(csrf);
    const origin = request.get('origin');
    const own =
      origin === undefined || origin === `${request.protocol}://${request.get('host')}` || origin === new URL(this.config.publicUrl).origin;
    if (!own || given.length !== known.length || !timingSafeEqual(given, known)) throw new Problem('bad-csrf');
  }
}
