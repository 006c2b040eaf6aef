import type { Guard } from './guard.js';
import type { Inquiry } from './inquiry.js';
import type { Limits } from './limits.js';
import type { Session } from './session.js';

/** A page that is open, and how it is asked. */
export interface Visit {
  session: Session;
  inquiry: Inquiry;
  guard: Guard;
  limits: Limits;
}
