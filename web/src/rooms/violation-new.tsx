import { useNavigate } from 'react-router-dom';
import '../parts/desks.css';
import { Fault, Loading } from '../parts/parts.js';
import { useFilters } from '../parts/use-filters.js';
import { useText } from '../text/language.js';
import { useCase } from './case/use-case.js';
import './penalties/penalties.css';
import { RecordForm } from './penalties/record-form.js';

/** A violation record is written from a confirmed case. */
export default function NewViolation() {
  const { t } = useText();
  const go = useNavigate();
  const [chosen] = useFilters();
  const file = useCase(chosen('case'));
  if (file.error)
    return (
      <div className="pad">
        <Fault error={file.error} />
      </div>
    );
  if (!file.data) return <Loading />;
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('penalty.newrecord', { number: file.data.number })}</h1>
      </div>
      <RecordForm file={file.data} done={(id) => void go(`/penalties/records/${id}`, { replace: true })} />
    </div>
  );
}
