import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';

/** Which order holds, and for each column that can be sorted its two orders. */
export interface Sorting<Column extends string> {
  by: string;
  choose: (by: string) => void;
  columns: Record<Column, [string, string]>;
}

interface Head<Column extends string> {
  sorting: Sorting<Column>;
  column: Column;
  label: string;
  /** takes the room that the others leave */
  wide?: boolean;
}
/** The head of a column that sorts, and says to everybody how it does. */
export function SortHead<Column extends string>({ sorting, column, label, wide }: Head<Column>) {
  const ways = sorting.columns[column];
  const at = ways.indexOf(sorting.by);
  return (
    <th className={wide ? undefined : 'tight'} aria-sort={at === 0 ? 'ascending' : at === 1 ? 'descending' : 'none'}>
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
