import { Link, useParams } from 'react-router-dom';
import '../parts/desks.css';
import { InLog } from '../parts/in-log.js';
import { Older } from '../parts/older.js';
import { Moment } from '../parts/moment.js';
import { useRecent } from '../parts/recent.js';
import { Fault, Loading, State } from '../parts/parts.js';
import Present from '../parts/present.js';
import { Section } from '../parts/section.js';
import { useText } from '../text/language.js';
import { useCase } from './case/use-case.js';
import { DayText } from './penalties/day.js';
import './penalties/penalties.css';
import { DocumentCard } from './penalties/document-card.js';
import { PapersShown, usePeople } from './penalties/people.js';
import { RecordText } from './penalties/record-content.js';
import { RecordExplanation } from './penalties/record-explanation.js';
import { RecordForm } from './penalties/record-form.js';
import { RecordNext } from './penalties/record-next.js';
import { RecordSignatures } from './penalties/record-signatures.js';
import { folded } from './penalties/said.js';
import type { RecordFull } from './penalties/types.js';
import { useLaw, useRecord } from './penalties/use-penalty.js';
import { Versions } from './penalties/versions.js';

/** One violation record: what it says, who signed it, what the accused explained, and what was decided on it. */
export default function Violation() {
  const { id } = useParams();
  const file = useRecord(id!);
  useRecent('violation', id!, file.data?.reference, file.error);
  if (file.error && !file.data)
    return (
      <div className="pad">
        <Fault error={file.error} />
      </div>
    );
  return file.data ? <Shown file={file.data} key={file.data.id} /> : <Loading />;
}

function Shown({ file }: { file: RecordFull }) {
  const { t } = useText();
  const law = useLaw().data;
  const caseFile = useCase(file.caseId).data;
  const { people, button } = usePeople(file.id, file.caseId);
  const edits = file.next.some((n) => n.act === 'change');
  if (!law) return <Loading />;
  return (
    <div className="wide stack">
      <Head file={file} />
      <div className="split">
        <div>
          <Section id="record" title={t('penalty.record')} aside={button}>
            <div className="card stack">
              <RecordText content={file.content} caseId={file.caseId} people={people} said={folded} />
              {people && <PapersShown people={people} />}
            </div>
          </Section>
        </div>
        <div>
          <RecordNext file={file} law={law} people={people} />
          <DocumentCard
            of="violations"
            id={file.id}
            draft={file.state === 'draft'}
            contentHash={`${file.contentHash} ${file.signatures.length}`}
            state={file.document}
            number={file.reference}
          />
          <RecordSignatures file={file} people={people} />
          <RecordExplanation file={file} />
          <Decisions file={file} />
          <Versions of={file.versions} older={file.older.versions} />
        </div>
      </div>
      {edits && caseFile && (
        <Section id="edit" title={t('penalty.editrecord')}>
          <RecordForm key={file.contentHash} file={caseFile} record={file} done={() => undefined} />
        </Section>
      )}
    </div>
  );
}

function Head({ file }: { file: RecordFull }) {
  const { t } = useText();
  return (
    <header className="desk-head">
      <h1>
        {t('penalty.record')} {file.reference}
      </h1>
      <State kind="violation" value={file.state} />
      <Link className="plain" to={`/cases/${file.caseId}`}>
        {t('takedown.ofcase', { number: file.caseNumber })}
      </Link>
      <InLog subject={file.id} />
      <Present kind="violation" id={file.id} />
      {file.drawnOn && (
        <span>
          <span className="soft">{t('penalty.drawnon')}</span> <DayText day={file.drawnOn} />
        </span>
      )}
      <span className="soft small">
        {t('takedown.writtenby', { name: file.createdBy ?? t('desk.house') })} · <Moment at={file.createdAt} only="relative" />
      </span>
    </header>
  );
}

function Decisions({ file }: { file: RecordFull }) {
  const { t } = useText();
  if (file.penalties.length === 0) return null;
  return (
    <Section id="decisions" title={t('penalty.decided')} n={file.penalties.length + file.older.penalties}>
      <div className="card lines">
        {file.penalties.map((p) => (
          <div key={p.id} className="row">
            <Link className="plain grow" to={`/penalties/${p.id}`}>
              <b>{p.number ?? t(p.kind === 'annulment' ? 'penalty.annulment' : 'penalty.decision')}</b>
            </Link>
            <State kind="penalty" value={p.state} />
          </div>
        ))}
        <Older n={file.older.penalties} />
      </div>
    </Section>
  );
}
