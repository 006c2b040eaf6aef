import { Link, useParams } from 'react-router-dom';
import '../parts/desks.css';
import { InLog } from '../parts/in-log.js';
import { Moment } from '../parts/moment.js';
import { Fault, Loading } from '../parts/parts.js';
import Present from '../parts/present.js';
import { Section } from '../parts/section.js';
import { useText } from '../text/language.js';
import { EditCorrection } from './corrections/edit.js';
import { CorrectionHistory } from './corrections/history.js';
import { Marks } from './corrections/marks.js';
import { CorrectionNext } from './corrections/next.js';
import { Preview } from './corrections/preview.js';
import './corrections/corrections.css';
import { useCorrection, type CorrectionFull } from './corrections/use-correction.js';

/** One correction: its text beside the page that the public will read, what may be done, and its history. */
export default function Correction() {
  const { t } = useText();
  const { id } = useParams();
  const file = useCorrection(id!);
  if (file.error && !file.data)
    return (
      <div className="pad">
        <Fault error={file.error} />
      </div>
    );
  if (!file.data) return <Loading />;
  const c = file.data;
  const edits = c.next.some((n) => n.act === 'change');
  return (
    <div className="wide stack" key={c.id}>
      <Head file={c} />
      <CorrectionNext file={c} />
      <div className="correction-desk" data-edits={edits}>
        {edits && <EditCorrection file={c} />}
        <Section id="preview" title={t('correction.preview')}>
          <Preview file={c} />
        </Section>
      </div>
      <CorrectionHistory file={c} />
    </div>
  );
}

function Head({ file: c }: { file: CorrectionFull }) {
  const { t, word } = useText();
  return (
    <header className="stack" style={{ gap: 4 }}>
      <div className="desk-head">
        <h1 className="wrap">{c.title || t('correction.untitled')}</h1>
        <Marks of={c} />
        <InLog subject={c.id} />
        <Present kind="correction" id={c.id} />
        {c.publishedAt && (
          <a className="plain" href={`/dinh-chinh/${c.id}`} target="_blank" rel="noreferrer noopener">
            {t('correction.publicpage')}
          </a>
        )}
      </div>
      <div className="small wrap">
        {t('correction.ofclaim')}{' '}
        <Link className="plain" to={`/claims?id=${c.claimId}`}>
          {c.claim}
        </Link>{' '}
        <span className="soft">
          ({word('claim', c.claimState)}) · {t('claim.by', { name: c.writtenBy ?? '–' })} · <Moment at={c.writtenAt} only="relative" />
        </span>
      </div>
      {c.lookAgain && (
        <div className="small late">
          {t(c.claimState === 'retired' ? 'correction.claimretired' : c.caseFell ? 'correction.casefell' : 'correction.claimchanged')}
        </div>
      )}
    </header>
  );
}
