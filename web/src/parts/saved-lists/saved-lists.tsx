import { IconBookmark } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { ListName, SavedList } from '../../api/types.js';
import { useAddress } from '../use-address.js';
import { useText } from '../../text/language.js';
import '../chips.css';
import { Fault } from '../parts.js';
import { Chip, ChipMenu } from './chip.js';
import { narrowedBy, sameFilter, withFilter, type Narrowed } from './filter.js';
import { useSavedListActs, useSavedLists } from './use-saved-lists.js';

const NameDialog = lazy(() => import('./name-dialog.js'));
type Naming = 'new' | SavedList | null;
interface Desk {
  list: ListName;
  /** as the list is narrowed now, by the names that its route knows */
  filter: Record<string, string | null | undefined>;
  /** small, and a few lines at most, where there is little room */
  narrow?: boolean;
}

/** The lists that one comes back to, above the list itself: what the office offers, one's own, what others share. */
export default function SavedLists({ list, filter, narrow }: Desk) {
  const { t, language } = useText();
  const [, setSearch] = useAddress();
  const [naming, setNaming] = useState<Naming>(null);
  const lists = useSavedLists(list);
  const { save, change, drop } = useSavedListActs(list, () => setNaming(null));
  if (!lists.data) return <Fault error={lists.error} />;
  const { builtIn, saved, countedTo } = lists.data;
  const now = narrowedBy(filter);
  const isOn = (f: Narrowed) => now !== null && sameFilter(now, f);
  const choose = (f: Narrowed) =>
    setSearch((address) => withFilter(address, [...Object.keys(filter), ...Object.keys(f)], isOn(f) ? {} : f));
  const isNew = now !== null && Object.keys(now).length > 0 && ![...builtIn, ...saved].some((l) => isOn(l.filter));
  const open = (what: Naming) => {
    save.reset();
    change.reset();
    setNaming(what);
  };
  return (
    <div className="stack" style={{ gap: 4 }}>
      <div className="chips" data-narrow={narrow} role="group" aria-label={t('saved.lists')}>
        {builtIn.map((l) => (
          <Chip
            key={l.id}
            name={l.label[language]}
            on={isOn(l.filter)}
            count={l.count}
            countedTo={countedTo}
            choose={() => choose(l.filter)}
          />
        ))}
        {saved.map((l) => (
          <span key={l.id} className="chip-pair">
            <Chip name={l.name} on={isOn(l.filter)} count={l.count} countedTo={countedTo} choose={() => choose(l.filter)} saved={l} />
            {l.mine && (
              <ChipMenu
                saved={l}
                places={saved.filter((s) => s.mine).length}
                edit={() => open(l)}
                move={(position) => change.go({ of: l, to: { position } })}
                drop={() => drop.go(l)}
              />
            )}
          </span>
        ))}
        {isNew && (
          <button type="button" className="chip-save" onClick={() => open('new')}>
            <span className="icon-word">
              <IconBookmark size={13} aria-hidden />
              {t('saved.save')}
            </span>
          </button>
        )}
      </div>
      <Fault problem={drop.problem ?? (naming ? null : change.problem)} />
      <Suspense>
        {naming && (
          <NameDialog
            key={naming === 'new' ? 'new' : naming.id}
            title={naming === 'new' ? t('saved.save') : t('saved.edit')}
            now={naming === 'new' ? { name: '', shared: false } : naming}
            busy={save.busy || change.busy}
            problem={naming === 'new' ? save.problem : change.problem}
            close={() => setNaming(null)}
            done={(given) => (naming === 'new' ? save.go({ ...given, filter: now ?? {} }) : change.go({ of: naming, to: given }))}
          />
        )}
      </Suspense>
    </div>
  );
}
