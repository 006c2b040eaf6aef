import { Link, useNavigate } from 'react-router-dom';
import '../parts/desks.css';
import { Fault, Loading } from '../parts/parts.js';
import { Section } from '../parts/section.js';
import { useFilters } from '../parts/use-filters.js';
import { useText } from '../text/language.js';
import { DecisionForm } from './penalties/decision-form.js';
import './penalties/penalties.css';
import { RecordText } from './penalties/record-content.js';
import { useRecord } from './penalties/use-penalty.js';

/** Legal staff draft a decision on a record that was drawn up. */
export default function NewPenalty() {
  const { t } = useText();
  const go = useNavigate();
  const [chosen] = useFilters();
  const record = useRecord(chosen('record'));
  if (record.error)
    return (
      <div className="pad">
        <Fault error={record.error} />
      </div>
    );
  if (!record.data) return <Loading />;
  const { id, reference, content, caseId } = record.data;
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('penalty.newdecision')}</h1>
        <Link className="plain" to={`/penalties/records/${id}`}>
          {t('penalty.record')} {reference}
        </Link>
      </div>
      <Section id="record" title={t('penalty.record')}>
        <details className="card">
          <summary>{content.act.facts.slice(0, 200)}</summary>
          <RecordText content={content} caseId={caseId} people={null} />
        </details>
      </Section>
      <DecisionForm record={record.data} done={(made) => void go(`/penalties/${made}`, { replace: true })} />
    </div>
  );
}
