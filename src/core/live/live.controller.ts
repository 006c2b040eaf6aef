import { Controller, Req, Sse, type MessageEvent } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { By, SignedIn, type Actor, type OfficeRequest } from '../identity/index.js';
import { tokenHash } from '../identity/secrets.js';
import { sessionToken } from '../identity/session-cookie.js';
import { LiveStreams } from './streams.js';

/** characters that may wait for a browser that does not read */
const MOST_WAITING = 16_384;

/** `hello` comes first, then `moved` with names of rooms, `presence` with records that the caller has open, and `beat` as a sign of life. After a gap all is to be read anew. */
@Controller('api')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /** Tells as it happens which rooms of the caller moved, never what happened there. */
  @Sse('live', { maxPendingDataLength: MOST_WAITING })
  @SignedIn()
  stream(@By() actor: Actor, @Req() request: OfficeRequest): Promise<Observable<MessageEvent>> {
    return this.streams.open(actor, tokenHash(sessionToken(request)!));
  }
}
