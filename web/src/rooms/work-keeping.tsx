import { Link } from 'react-router-dom';
import type { Work } from '../api/types.js';
import { Moment } from '../parts/moment.js';
import { useText } from '../text/language.js';

type Approvals = Work['approvals'];

/** A list that somebody asks to purge: it is read on its desk before it goes. */
export function PurgeToLetGo({ line: b }: { line: Approvals['purges'][number] }) {
  const { t, language } = useText();
  return (
    <Link className="card row unlined" to="/cases?view=keeping&list=submitted">
      <span className="grow">
        <b>{b.label[language]}</b> <span className="soft small">· {t('keeping.entries', { n: b.items })}</span>
        <span className="two">{b.reason}</span>
      </span>
      <span className="soft small">
        {b.submittedBy} · <Moment at={b.submittedAt} only="relative" />
      </span>
    </Link>
  );
}

/** A legal hold of which somebody proposes that it ends. */
export function HoldToRelease({ line: r }: { line: Approvals['releases'][number] }) {
  return (
    <Link className="card row unlined" to={`/cases/${r.caseId}#hold`}>
      <b>{r.number}</b>
      <span className="grow">
        <span className="two">{r.reason}</span>
      </span>
      <span className="soft small">
        {r.proposedBy} · <Moment at={r.proposedAt} only="relative" />
      </span>
    </Link>
  );
}
