import { NativeSelect } from '@mantine/core';
import { useText } from '../text/language.js';

/** Narrows a list by one of its columns, together with whatever else narrows it. */
export function FilterSelect({
  label,
  value,
  choose,
  options,
}: {
  label: string;
  value: string;
  choose: (value: string) => void;
  options: { value: string; label: string }[];
}) {
  const { t } = useText();
  return (
    <NativeSelect
      aria-label={label}
      value={value}
      onChange={(e) => choose(e.currentTarget.value)}
      data={[{ value: '', label: t('list.anyof', { what: label }) }, ...options]}
    />
  );
}
