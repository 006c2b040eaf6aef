import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import { Observable, type Subscriber } from 'rxjs';
import { CONFIG, type Config } from '../config.js';
import { hear } from '../database/hear.js';
import { Db } from '../database/db.js';
import type { Actor } from '../identity/index.js';
import { SessionsRepository } from '../identity/sessions.repository.js';
import { PresenceRepository } from '../identity/presence.repository.js';
import { Metrics } from '../metrics/metrics.js';
import { Problem } from '../problem/problem.js';
import { liveTable } from './live-table.js';
import { changesSessions, recordsIn, roomsMoved } from './rooms.js';

interface Stream {
  session: Buffer;
  staffId: string;
  roles: string;
  rights: ReadonlySet<string>;
  out: Subscriber<MessageEvent>;
}
const RETRY_MS = 2_000;
const hexOf = (session: Buffer): string => session.toString('hex');

/**
 * The open streams of this process. What was committed anywhere is heard from PostgreSQL over one connection; one query at
 * each beat asks after all sessions. A stream ends with its session, or when its rights are others; so it does when nothing can be heard.
 */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly log = new Logger('live');
  private readonly streams = new Set<Stream>();
  private readonly heard = new Set<string>();
  private hearing?: ReturnType<typeof hear>;
  private beat?: NodeJS.Timeout;
  private turn?: NodeJS.Timeout;
  private toldAt = 0;

  constructor(
    private readonly db: Db,
    private readonly sessions: SessionsRepository,
    private readonly presence: PresenceRepository,
    metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    metrics.streams(() => this.streams.size);
  }

  /** A stream for this session. */
  async open({ staffId, roles, rights }: Actor, session: Buffer): Promise<Observable<MessageEvent>> {
    await this.listen().catch((error: Error) => {
      this.log.warn(`nothing can be heard: ${error.message}`);
      throw new Problem('busy');
    });
    return new Observable((out) => {
      if (this.isFull(staffId)) return out.error(new Problem('too-many', { retryAfterSeconds: 60 }));
      const stream = { session, staffId, roles: roles.join(), rights, out };
      this.streams.add(stream);
      this.beat ??= setInterval(() => void this.live(), liveTable.beat_seconds * 1_000);
      out.next({ type: 'hello', data: { beatSeconds: liveTable.beat_seconds }, retry: RETRY_MS });
      return () => {
        this.streams.delete(stream);
        if (this.streams.size > 0) return;
        clearInterval(this.beat);
        this.beat = undefined;
      };
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.turn);
    this.end([...this.streams]);
    await this.hearing?.then(({ close }) => close()).catch(() => undefined);
  }

  private isFull(staffId: string): boolean {
    const { liveStreams, liveStreamsPerPerson } = this.config.limits;
    return this.streams.size >= liveStreams || [...this.streams].filter((s) => s.staffId === staffId).length >= liveStreamsPerPerson;
  }

  private async listen(): Promise<void> {
    this.hearing ??= hear(this.config.databaseUrl, 'lachan_office', {
      heard: (text) => this.note(text.split('\n')),
      lost: () => this.deaf(),
    });
    await this.hearing.catch((error: Error) => {
      this.hearing = undefined;
      throw error;
    });
  }
  private deaf(): void {
    this.hearing = undefined;
    this.end([...this.streams]);
  }
  private end(streams: Stream[]): void {
    for (const { out } of streams) out.complete();
  }

  private note(kinds: string[]): void {
    if (this.streams.size === 0) return;
    for (const kind of kinds) this.heard.add(kind);
    if (kinds.some((kind) => changesSessions(kind, liveTable))) void this.ask().catch(() => undefined); // the next beat asks again
    this.turn ??= setTimeout(() => void this.tell(), Math.max(0, this.toldAt + liveTable.gather_ms - Date.now()));
  }

  private async tell(): Promise<void> {
    this.turn = undefined;
    this.toldAt = Date.now();
    const kinds = [...this.heard];
    this.heard.clear();
    for (const { rights, out } of this.streams) {
      const rooms = roomsMoved(kinds, rights, liveTable);
      if (rooms.length > 0) out.next({ type: 'moved', data: rooms });
    }
    const records = recordsIn(kinds);
    if (records.length === 0) return;
    const there = await this.db.single((tx) => this.presence.at(tx, records)).catch(() => []);
    for (const { staffId, out } of this.streams) {
      const mine = there.filter((t) => t.staffId === staffId).map(({ kind, id }) => ({ kind, id }));
      if (mine.length > 0) out.next({ type: 'presence', data: mine });
    }
  }

  private async live(): Promise<void> {
    try {
      await this.ask();
      await this.db.tx((tx) => this.presence.sweep(tx));
      for (const { out } of this.streams) out.next({ type: 'beat', data: '' });
    } catch (error) {
      this.log.warn(`no beat: ${(error as Error).message}`); // a browser that hears none comes again
    }
  }

  /** Ends the streams whose session is over, or whose person has other rights by now. */
  private async ask(): Promise<void> {
    const asked = [...this.streams];
    const held = await this.db.single((tx) =>
      this.sessions.rolesOf(
        tx,
        asked.map((s) => s.session),
      ),
    );
    this.end(asked.filter((s) => held.get(hexOf(s.session)) !== s.roles));
  }
}
