import { NavLink } from 'react-router-dom';
import { useCounts } from '../api/queries.js';
import type { Me } from '../api/types.js';
import { useText } from '../text/language.js';
import type { TextKey } from '../text/texts.js';
import { integer } from '../text/time.js';
import { roomsOf } from './rooms.js';

/** The rooms that this person may enter, each with what waits there. */
export function Rail({ me }: { me: Me }) {
  const { t, language } = useText();
  const counts = useCounts(true).data ?? {};
  return (
    <nav className="rail" aria-label={t('app.name')}>
      {roomsOf(me).map(({ path, icon: Sign }) => (
        <NavLink key={path} to={`/${path}`} title={t(`nav.${path}` as TextKey)}>
          <Sign size={16} stroke={1.6} aria-hidden />
          <span className="name">{t(`nav.${path}` as TextKey)}</span>
          {counts[path] ? <span className="n">{integer(counts[path], language)}</span> : null}
        </NavLink>
      ))}
    </nav>
  );
}
