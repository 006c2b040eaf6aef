import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import type { Actor } from '../../core/identity/index.js';
import { PresenceRepository, type Tab } from '../../core/identity/presence.repository.js';
import { Problem } from '../../core/problem/problem.js';
import { PLACES, PlacesView, type PlaceKind } from './places.view.js';
import type { Here } from './presence.js';

/** A tab says which record it has open, and hears who else has; whoever may not know of the record neither sees nor is seen. */
@Injectable()
export class KeepPresence {
  constructor(
    private readonly db: Db,
    private readonly presence: PresenceRepository,
    private readonly places: PlacesView,
  ) {}

  run({ staffId, rights }: Actor, { tab, session }: Omit<Tab, 'staffId'>, { kind, id }: { kind: PlaceKind; id: string }): Promise<Here> {
    const { right } = PLACES[kind];
    if (!rights.has(right)) throw new Problem('forbidden', { right });
    return this.db.tx(async (tx) => {
      const others = await this.places.here(tx, kind, id, staffId);
      if (!others) throw new Problem('missing');
      await this.presence.keep(tx, { tab, staffId, session }, { kind, id });
      return { others };
    });
  }

  async end({ staffId }: Actor, tab: string): Promise<void> {
    await this.db.tx((tx) => this.presence.drop(tx, { tab, staffId }));
  }
}
