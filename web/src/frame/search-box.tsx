import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Me } from '../api/types.js';
import { useKeys } from '../parts/use-keys.js';
import { useText } from '../text/language.js';
import { useSearch, type Found } from './use-search.js';

/** One box for everything, opened by Ctrl-K: kinds of results in groups, and the keys below. */
export function SearchBox({ me }: { me: Me }) {
  const { t } = useText();
  const go = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState('');
  const { found, waiting, partial, nothing } = useSearch(me, typed);
  useKeys({
    'mod+k': () => {
      box.current?.focus();
      box.current?.select();
    },
  });
  useEffect(() => {
    if (typed.trim()) combobox.selectFirstOption();
    else combobox.resetSelectedOption();
  }, [typed, found.length]);
  const groups = [...new Set(found.map((f) => f.group))];
  return (
    <Combobox
      store={combobox}
      shadow="md"
      onOptionSubmit={(key) => {
        setTyped('');
        combobox.closeDropdown();
        box.current?.blur();
        void go(found.find((f) => f.key === key)!.path);
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
          rightSection={waiting ? <Loader size={12} /> : <kbd className="kbd">Ctrl K</kbd>}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('top.search')} mah="75vh" style={{ overflowY: 'auto' }}>
          {groups.map((group) => (
            <Combobox.Group key={group} label={group}>
              {found
                .filter((line) => line.group === group)
                .map((line) => (
                  <Line key={line.key} line={line} />
                ))}
            </Combobox.Group>
          ))}
          {nothing && <Combobox.Empty>{t('search.none')}</Combobox.Empty>}
        </Combobox.Options>
        <Combobox.Footer>
          <span className="row small soft">
            <span>
              <kbd className="kbd">↑</kbd> <kbd className="kbd">↓</kbd> {t('search.choose')}
            </span>
            <span>
              <kbd className="kbd">Enter</kbd> {t('search.open')}
            </span>
            <span>
              <kbd className="kbd">Esc</kbd> {t('search.leave')}
            </span>
            <span className="end">{t(partial ? 'search.partial' : 'search.hint')}</span>
          </span>
        </Combobox.Footer>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Line({ line: { key, icon: Sign, title, detail } }: { line: Found }) {
  return (
    <Combobox.Option value={key}>
      <span className="row" style={{ flexWrap: 'nowrap' }}>
        <Sign size={15} stroke={1.6} aria-hidden style={{ flex: 'none' }} />
        <span className="grow cut">{title}</span>
        <span className="soft small">{detail}</span>
      </span>
    </Combobox.Option>
  );
}
