import { Combobox, Loader, type ComboboxStore } from '@mantine/core';
import { useEffect, type RefObject } from 'react';
import type { Me } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { useSearch, type Line } from './use-search.js';

interface Asked {
  me: Me;
  typed: string;
  combobox: ComboboxStore;
  /** tells the box where a line leads */
  pathOf: RefObject<(key: string) => string | undefined>;
}

/** What was found, kind by kind, and the keys below. */
export default function Results({ me, typed, combobox, pathOf }: Asked) {
  const { t } = useText();
  const { lines, waiting, partial, nothing } = useSearch(me, typed);
  const groups = [...new Set(lines.map((f) => f.group))];
  pathOf.current = (key) => lines.find((line) => line.key === key)?.path;
  useEffect(() => {
    if (typed.trim()) combobox.selectFirstOption();
    else combobox.resetSelectedOption();
  }, [typed, lines.length]);
  return (
    <>
      <Combobox.Options aria-label={t('top.search')} mah="75vh" style={{ overflowY: 'auto' }}>
        {groups.map((group) => (
          <Combobox.Group key={group} label={group}>
            {lines
              .filter((line) => line.group === group)
              .map((line) => (
                <Option key={line.key} line={line} />
              ))}
          </Combobox.Group>
        ))}
      </Combobox.Options>
      {nothing && <Combobox.Empty role="status">{t('search.none')}</Combobox.Empty>}
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
          <span className="end row">
            {waiting && <Loader size={12} />}
            {t(partial ? 'search.partial' : 'search.hint')}
          </span>
        </span>
      </Combobox.Footer>
    </>
  );
}

function Option({ line: { key, icon: Sign, title, detail } }: { line: Line }) {
  return (
    <Combobox.Option value={key}>
      <span className="row" style={{ flexWrap: 'nowrap' }}>
        <Sign size={15} stroke={1.6} aria-hidden style={{ flex: 'none' }} />
        <span className="grow cut">{title}</span>
        <span className="soft small cut" style={{ maxWidth: '45%' }}>
          {detail}
        </span>
      </span>
    </Combobox.Option>
  );
}
