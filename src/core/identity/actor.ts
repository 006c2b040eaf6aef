import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { ShownFactor } from './shown-factor.js';

/** Who acts: a staff member through one of their accounts. Rights are read anew at every request. */
export interface Actor {
  staffId: string;
  accountId: string;
  name: string;
  roles: string[];
  rights: ReadonlySet<string>;
  factor: ShownFactor;
}
export type Access = { kind: 'open' } | { kind: 'signed-in'; entering: boolean } | { kind: 'right'; right: string };

export const ACCESS = 'access';
/** Anybody may call this route. */
export const Open = () => SetMetadata(ACCESS, { kind: 'open' } satisfies Access);
/** Anybody with a session may call it. */
export const SignedIn = () => SetMetadata(ACCESS, { kind: 'signed-in', entering: false } satisfies Access);
/** Likewise, also while a password of one's own or a second factor is still missing: the way to both, and out. */
export const Entering = () => SetMetadata(ACCESS, { kind: 'signed-in', entering: true } satisfies Access);
/** Only those who hold the right may call it. */
export const Needs = (right: string) => SetMetadata(ACCESS, { kind: 'right', right } satisfies Access);

export const STEP_UP = 'step-up';
/** The caller has shown their second factor within the last minutes: for acts that bind the office. */
export const StepUp = () => SetMetadata(STEP_UP, true);

export type OfficeRequest = Request & { actor?: Actor; id?: string };
/** The actor of this request. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<OfficeRequest>().actor);
