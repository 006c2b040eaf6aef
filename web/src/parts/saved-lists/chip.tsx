import { IconAlertTriangle, IconDots, IconUsers } from '@tabler/icons-react';
import type { SavedList } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { ActsMenu } from '../acts-menu.js';

interface Shown {
  name: string;
  on: boolean;
  count: number | null;
  countedTo: number;
  choose: () => void;
  saved?: SavedList;
}

/** One list, with how many rows it has now. */
export function Chip({ name, on, count, countedTo, choose, saved }: Shown) {
  const { t, language } = useText();
  const broken = saved?.valid === false;
  const n = count === null ? '?' : count > countedTo ? `${integer(countedTo, language)}+` : integer(count, language);
  const says = broken
    ? t('saved.invalid')
    : [saved?.owner && t('saved.by', { name: saved.owner }), count === null && t('saved.unknown')].filter(Boolean).join(' · ');
  return (
    <button type="button" aria-pressed={on} disabled={broken} title={says || undefined} onClick={choose}>
      <span className="icon-word">
        {broken && <IconAlertTriangle size={13} aria-hidden />}
        {saved?.shared && <IconUsers size={13} aria-label={t('saved.isshared')} />}
        {name}
        {broken ? <span className="n">{t('saved.broken')}</span> : <span className="n">{n}</span>}
      </span>
    </button>
  );
}

interface Acts {
  saved: SavedList;
  places: number;
  edit: () => void;
  move: (position: number) => void;
  drop: () => void;
}
/** What its owner may do with a saved list. */
export function ChipMenu({ saved, places, edit, move, drop }: Acts) {
  const { t } = useText();
  const at = saved.position;
  return (
    <ActsMenu
      target={(open) => (
        <button type="button" className="chip-menu" aria-label={t('saved.menu', { name: saved.name })} {...open}>
          <IconDots size={13} aria-hidden />
        </button>
      )}
      acts={[
        { says: t('saved.edit'), act: edit },
        { says: t('saved.left'), act: () => move(at - 1), disabled: at === 0 },
        { says: t('saved.right'), act: () => move(at + 1), disabled: at >= places - 1 },
        { says: t('saved.delete'), act: drop, danger: true },
      ]}
    />
  );
}
