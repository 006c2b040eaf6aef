import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { Suspense, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Me } from '../api/types.js';
import { desk } from '../parts/desk.js';
import { useKeys } from '../parts/use-keys.js';
import { useText } from '../text/language.js';

const Results = desk(() => import('./search/results.js'));

/** One box for everything, opened by Ctrl-K; what it finds comes with the first look into it. */
export function SearchBox({ me }: { me: Me }) {
  const { t } = useText();
  const go = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const pathOf = useRef<(key: string) => string | undefined>(() => undefined);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState('');
  useKeys({
    'mod+k': () => {
      box.current?.focus();
      box.current?.select();
    },
  });
  return (
    <Combobox
      store={combobox}
      shadow="md"
      onOptionSubmit={(key) => {
        const path = pathOf.current(key);
        setTyped('');
        combobox.closeDropdown();
        box.current?.blur();
        if (path) void go(path);
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={box}
          className="grow"
          maw={520}
          placeholder={t('top.search')}
          role="combobox"
          aria-label={t('top.search')}
          value={typed}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(e) => {
            if (e.key !== 'Escape') return;
            if (typed) setTyped('');
            else e.currentTarget.blur();
          }}
          onChange={(e) => {
            setTyped(e.currentTarget.value);
            combobox.openDropdown();
          }}
          rightSectionWidth={52}
          rightSection={<kbd className="kbd">Ctrl K</kbd>}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        {combobox.dropdownOpened && (
          <Suspense>
            <Results me={me} typed={typed} combobox={combobox} pathOf={pathOf} />
          </Suspense>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
