import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import type { Made } from '../../core/http/answer.js';
import { invalidBody } from '../../core/http/invalid-body.js';
import { SavedListsRepository } from '../../core/identity/saved-lists.repository.js';
import { Problem } from '../../core/problem/problem.js';
import { officeTable } from '../office-table.js';
import type { Reader } from '../section.js';
import { LISTS, readFilter, type ListName } from './lists.dto.js';
import type { SaveListDto } from './saved-list.dto.js';
import '../problems.js';

/** Keeps the filter of a list under a name; of a list that one may not see, there is none to keep. */
@Injectable()
export class SaveList {
  constructor(
    private readonly db: Db,
    private readonly lists: SavedListsRepository,
  ) {}

  run(actor: Reader, { list, name, filter, shared }: SaveListDto): Promise<Made> {
    if (!actor.rights.has(LISTS[list].right)) throw new Problem('forbidden');
    refuseFilter(list, filter);
    const called = name.trim();
    return this.db.tx(async (tx) => {
      if ((await this.lists.many(tx, actor.staffId)) >= officeTable.saved_lists)
        throw new Problem('too-many-lists', { most: officeTable.saved_lists });
      if (await this.lists.named(tx, actor.staffId, list, called)) throw new Problem('list-name-taken');
      return { id: await this.lists.add(tx, { owner: actor.staffId, list, name: called, filter, shared: shared ?? false }) };
    });
  }
}

/** A filter that the list's own route would refuse is not kept. */
export function refuseFilter(list: ListName, filter: Record<string, string>): void {
  const { faults } = readFilter(list, filter);
  if (faults.length > 0) throw invalidBody(faults);
}
