import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import type { Versioned } from '../../core/http/answer.js';
import { SavedListsRepository, type SavedFilter } from '../../core/identity/saved-lists.repository.js';
import { Problem } from '../../core/problem/problem.js';
import type { Reader } from '../section.js';
import { LISTS, type ListName } from './lists.dto.js';
import { refuseFilter } from './save-list.use-case.js';
import type { ChangeListDto } from './saved-list.dto.js';
import '../problems.js';

/** Renames a saved list, narrows it otherwise, shares it, or puts it elsewhere; only whose it is may. */
@Injectable()
export class ChangeList {
  constructor(
    private readonly db: Db,
    private readonly lists: SavedListsRepository,
  ) {}

  run(actor: Reader, id: string, { version, position, ...change }: ChangeListDto): Promise<Versioned> {
    return this.db.tx(async (tx) => {
      const kept = await this.own(tx, actor, id);
      if (kept.version !== version) throw new Problem('stale', { current: { version: kept.version, name: kept.name } });
      const name = change.name?.trim() ?? kept.name;
      const filter = change.filter ?? kept.filter;
      if (change.filter) refuseFilter(kept.list as ListName, filter);
      const namesake = await this.lists.named(tx, actor.staffId, kept.list, name);
      if (namesake && namesake !== id) throw new Problem('list-name-taken');
      if (position !== undefined) await this.lists.place(tx, kept, position);
      return { version: await this.lists.change(tx, { ...kept, name, filter, shared: change.shared ?? kept.shared }) };
    });
  }
  async drop(actor: Reader, id: string): Promise<void> {
    await this.db.tx(async (tx) => {
      await this.own(tx, actor, id);
      await this.lists.drop(tx, id);
    });
  }

  private async own(tx: Tx, actor: Reader, id: string): Promise<SavedFilter> {
    await this.lists.many(tx, actor.staffId); // one change of one's lists at a time
    const kept = await this.lists.held(tx, id);
    const mine = kept?.owner === actor.staffId;
    if (!kept || (!mine && !(kept.shared && actor.rights.has(LISTS[kept.list as ListName].right)))) throw new Problem('missing');
    if (!mine) throw new Problem('forbidden');
    return kept;
  }
}
