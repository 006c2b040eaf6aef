import { Link } from 'react-router-dom';
import { may, useMe } from '../api/queries.js';
import { useText } from '../text/language.js';

/** Where what happened to a record stands in the log; only for those who may read it. */
export function InLog({ subject, type }: { subject: string; type?: string }) {
  const { t } = useText();
  if (!may(useMe().data, 'log.read')) return null;
  return (
    <Link className="plain small" to={`/log?subject=${subject}${type ? `&type=${type}` : ''}`}>
      {t(type ? 'verify.custody' : 'log.inlog')}
    </Link>
  );
}
