import { Textarea } from '@mantine/core';

interface Shown {
  label: string;
  description?: string;
  /** from how many lines it grows, and to how many */
  rows: [from: number, to?: number];
  /** characters */
  least?: number;
  most: number;
  value: string;
  put: (value: string) => void;
  /** where one begins to type */
  first?: boolean;
  /** while it is sent */
  locked?: boolean;
}

/** What somebody must say in words of their own; it grows with them. */
export function ProseField({ label, description, rows: [from, to], least, most, value, put, first, locked }: Shown) {
  return (
    <Textarea
      data-autofocus={first || undefined}
      label={label}
      description={description}
      autosize
      minRows={from}
      maxRows={to}
      minLength={least}
      maxLength={most}
      required
      readOnly={locked}
      value={value}
      onChange={(e) => put(e.currentTarget.value)}
    />
  );
}
