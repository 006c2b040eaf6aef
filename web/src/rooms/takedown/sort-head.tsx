import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';

export type SortColumn = 'state' | 'url' | 'due';
/** Which order holds, and for each column that can be sorted its two orders. */
export interface Sorting {
  by: string;
  choose: (by: string) => void;
  columns: Partial<Record<SortColumn, [string, string]>>;
}

/** The head of a column that sorts, and says to everybody how it does. */
export function SortHead({ sorting, column, label }: { sorting: Sorting; column: SortColumn; label: string }) {
  const ways = sorting.columns[column];
  const at = ways?.indexOf(sorting.by) ?? -1;
  if (!ways) return <th className="tight">{label}</th>;
  return (
    <th className={column === 'url' ? undefined : 'tight'} aria-sort={at === 0 ? 'ascending' : at === 1 ? 'descending' : 'none'}>
      <button type="button" onClick={() => sorting.choose(at === 0 ? ways[1] : ways[0])}>
        <span className="icon-word">
          {label}
          {at === 0 && <IconArrowUp size={12} aria-hidden />}
          {at === 1 && <IconArrowDown size={12} aria-hidden />}
        </span>
      </button>
    </th>
  );
}
