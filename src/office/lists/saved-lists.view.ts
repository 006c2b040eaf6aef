import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import type { Label } from '../../core/glossary/glossary.js';
import { SavedListsRepository } from '../../core/identity/saved-lists.repository.js';
import { officeTable } from '../office-table.js';
import type { Reader } from '../section.js';
import { builtInLists } from './built-in-lists-table.js';
import { ListCounts } from './list-counts.view.js';
import { LIST_NAMES, LISTS, readFilter, type ListName } from './lists.dto.js';

interface Kept {
  list: ListName;
  /** the query string of the list */
  filter: Record<string, string>;
  /** how many rows it has now, counted up to one more than `countedTo`; null when that is not known */
  count: number | null;
}
/** A list that the office itself offers. */
export interface BuiltInList extends Kept {
  id: string;
  label: Label;
}
export interface SavedList extends Kept {
  id: string;
  name: string;
  shared: boolean;
  /** whose it is; the name, where it is somebody else's */
  mine: boolean;
  owner: string | null;
  position: number;
  version: number;
  /** whether the list still takes such a filter */
  valid: boolean;
}
/** What the office offers, then one's own, then what others share. */
export interface SavedLists {
  builtIn: BuiltInList[];
  saved: SavedList[];
  countedTo: number;
}

@Injectable()
export class SavedListsView {
  constructor(
    private readonly db: Db,
    private readonly lists: SavedListsRepository,
    private readonly counts: ListCounts,
  ) {}

  async run(reader: Reader, list?: ListName): Promise<SavedLists> {
    const open = (list ? [list] : LIST_NAMES).filter((name) => reader.rights.has(LISTS[name].right));
    const offered = open.flatMap((name) =>
      (builtInLists[name] ?? [])
        .filter((b) => !b.rights || b.rights.some((right) => reader.rights.has(right)))
        .map(({ id, label, filter }) => ({ id, list: name, label, filter })),
    );
    const rows = await this.db.read((tx) => this.lists.of(tx, reader.staffId, open, officeTable.saved_lists + officeTable.shared_lists));
    const saved = rows.map(({ owner, ownerName, list: of, ...row }) => {
      const mine = owner === reader.staffId;
      const name = of as ListName;
      const { read, faults } = readFilter(name, row.filter);
      return { ...row, list: name, mine, owner: mine ? null : ownerName, valid: faults.length === 0, read };
    });
    const toCount = [
      ...offered.map((b) => ({ list: b.list, filter: readFilter(b.list, b.filter).read })),
      ...saved.filter((s) => s.valid).map((s) => ({ list: s.list, filter: s.read })),
    ];
    const counts = await this.counts.run(reader, toCount);
    const builtIn = offered.map((b) => ({ ...b, count: counts.shift() ?? null }));
    return {
      builtIn,
      saved: saved.map(({ read: _read, ...s }) => ({ ...s, count: s.valid ? (counts.shift() ?? null) : null })),
      countedTo: officeTable.counted_to,
    };
  }
}
