import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { get, query } from '../api/client.js';
import { useText } from '../text/language.js';

interface Hit {
  kind: 'post' | 'case' | 'claim' | 'takedown';
  id: string;
  title: string | null;
  detail?: string | null;
  itemId?: string | null;
  number?: string;
}
const pathOf = (hit: Hit): string =>
  hit.kind === 'post' ? `/triage/${hit.itemId ?? ''}` : hit.kind === 'claim' ? `/claims?id=${hit.id}` : `/${hit.kind}s/${hit.id}`;

/** One box for everything, opened by Ctrl-K. */
export function SearchBox() {
  const { t, maybe } = useText();
  const go = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const combobox = useCombobox();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => get<{ items: Hit[] }>(`/search${query({ q: asked })}`, signal),
    enabled: asked.length >= 2,
  });
  useEffect(() => {
    const focus = (e: KeyboardEvent) => {
      if ((e.ctrlKey || e.metaKey) && e.key === 'k') {
        e.preventDefault();
        box.current?.focus();
      }
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  const hits = found.data?.items ?? [];
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => {
        const hit = hits[Number(value)];
        setTyped('');
        combobox.closeDropdown();
        if (hit) void go(pathOf(hit));
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={box}
          className="grow"
          maw={520}
          placeholder={t('top.search')}
          aria-label={t('top.search')}
          value={typed}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onChange={(e) => {
            setTyped(e.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          rightSection={found.isFetching ? <Loader size={12} /> : null}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked.length < 2}>
        <Combobox.Options>
          {hits.map((hit, i) => (
            <Combobox.Option key={`${hit.kind} ${hit.id}`} value={String(i)}>
              <span className="soft small">
                {maybe(`search.${hit.kind}`)} {hit.number}
              </span>{' '}
              <span className="two">{hit.title}</span>
            </Combobox.Option>
          ))}
          {found.isSuccess && hits.length === 0 && <Combobox.Empty>{t('search.none')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
