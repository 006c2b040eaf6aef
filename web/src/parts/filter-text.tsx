import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

const TYPED_MS = 300;
const LONGEST = 200;

interface Shown {
  label: string;
  value: string;
  choose: (words: string) => void;
  /** in a dialog, where one begins to type */
  first?: boolean;
}

/** Words that narrow a list, a moment after they are typed; another filter that the address takes shows here too. */
export function FilterText({ label, value, choose, first }: Shown) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const later = useDebouncedCallback((words: string) => {
    sent.current = words;
    choose(words);
  }, TYPED_MS);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  return (
    <TextInput
      placeholder={label}
      aria-label={label}
      maxLength={LONGEST}
      data-autofocus={first}
      value={typed}
      onChange={(e) => {
        setTyped(e.currentTarget.value);
        later(e.currentTarget.value.trim());
      }}
    />
  );
}
