import { Link } from 'react-router-dom';
import { useText } from '../text/language.js';

/** An address that leads nowhere. */
export default function NoPage() {
  const { t } = useText();
  return (
    <div className="pad stack">
      <h1>{t('page.none')}</h1>
      <p className="soft flat">{t('page.nonewhy')}</p>
      <div>
        <Link className="plain" to="/work">
          {t('nav.work')}
        </Link>
      </div>
    </div>
  );
}
