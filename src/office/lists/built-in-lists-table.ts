import type { Label } from '../../core/glossary/glossary.js';
import { knownRights } from '../../core/identity/rights.js';
import { readTable, type Fault } from '../../core/table.js';
import { LISTS, readFilter, type ListName } from './lists.dto.js';

/** A filter that the office itself offers. */
export interface BuiltIn {
  id: string;
  label: Label;
  filter: Record<string, string>;
  /** any of them shows it; without them, all who may see the list */
  rights?: string[];
}
type BuiltIns = Partial<Record<ListName, BuiltIn[]>>;

function faultsOf(list: ListName, entry: BuiltIn, path: (string | number)[]): Fault[] {
  return [
    ...(/^[a-z-]{2,30}$/.test(entry.id) ? [] : [{ path, says: `${list} has an entry without an id` }]),
    ...(entry.label?.vi && entry.label.en ? [] : [{ path, says: `${list} ${entry.id} needs a label in vi and en` }]),
    ...(entry.rights ?? []).filter((r) => !knownRights.has(r)).map((r) => ({ path, says: `${r} is no right of this house` })),
    ...readFilter(list, entry.filter ?? {}).faults.map((f) => ({
      path,
      says: `${list} ${entry.id}: ${Object.values(f.constraints ?? {}).join(', ')}`,
    })),
  ];
}

/** `config/saved-lists.yaml`, checked: the lists that everybody finds there. */
export const builtInLists = readTable<BuiltIns>('saved-lists.yaml', (table) =>
  Object.entries(table).flatMap(([list, entries]) =>
    list in LISTS
      ? entries.flatMap((entry, i) => faultsOf(list as ListName, entry, [list, i]))
      : [{ path: [list], says: `${list} is no list of this office` }],
  ),
);
