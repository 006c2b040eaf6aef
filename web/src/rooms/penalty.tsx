import { Link, useParams } from 'react-router-dom';
import '../parts/desks.css';
import { InLog } from '../parts/in-log.js';
import { Moment } from '../parts/moment.js';
import { useRecent } from '../parts/recent.js';
import { Overtaken } from '../parts/overtaken.js';
import { Fault, Loading, State } from '../parts/parts.js';
import Present from '../parts/present.js';
import { SentBackMark } from '../parts/sent-back.js';
import { Section } from '../parts/section.js';
import { useText } from '../text/language.js';
import { Complaints } from './complaints/complaints.js';
import { CompetenceTable } from './penalties/competence.js';
import { DecisionForm } from './penalties/decision-form.js';
import { DecisionNext } from './penalties/decision-next.js';
import { DocumentCard } from './penalties/document-card.js';
import { DecisionText } from './penalties/decision-text.js';
import { headingOf } from './penalties/heading.js';
import { dong } from './penalties/money.js';
import { OpenPoints } from './penalties/open-points.js';
import { Outcome } from './penalties/outcome.js';
import './penalties/penalties.css';
import { PapersShown, usePeople } from './penalties/people.js';
import type { DecisionFull } from './penalties/types.js';
import { useDecision, useLaw, useRecord } from './penalties/use-penalty.js';
import { Versions } from './penalties/versions.js';

/** One decision: what it says with each step of its sum, what stands against it, who may sign, and what became of it. */
export default function Penalty() {
  const { id } = useParams();
  const file = useDecision(id!);
  useRecent('penalty', id!, file.data?.number ?? undefined, file.error);
  if (file.error && !file.data)
    return (
      <div className="pad">
        <Fault error={file.error} />
      </div>
    );
  return file.data ? <Shown file={file.data} key={file.data.id} /> : <Loading />;
}

function Shown({ file }: { file: DecisionFull }) {
  const { t } = useText();
  const law = useLaw().data;
  const { people, button } = usePeople(file.violationId, file.caseId);
  const edits =
    file.kind === 'decision' && (file.state === 'draft' || file.state === 'signed') && file.next.some((n) => n.act === 'change');
  const record = useRecord(edits ? file.violationId : null).data;
  if (!law) return <Loading />;
  return (
    <div className="wide stack">
      <Head file={file} />
      <Overtaken claims={file.overtaken} says={t(file.state === 'draft' ? 'over.unsigned' : 'over.signed')} />
      <div className="split">
        <div>
          <Section id="decision" title={t(file.kind === 'annulment' ? 'penalty.annulment' : 'penalty.decision')} aside={button}>
            <div className="card stack">
              <DecisionText file={file} name={people?.accused ?? null} />
              {people && <PapersShown people={people} />}
            </div>
          </Section>
        </div>
        <div>
          <DecisionNext file={file} law={law} name={people?.accused ?? null} />
          <DocumentCard
            of="penalties"
            id={file.id}
            draft={file.state === 'draft' || file.state === 'signed'}
            contentHash={file.contentHash}
            state={file.document}
            number={file.number}
          />
          <Complaints file={file} law={law} />
          <Outcome file={file} />
          <OpenPoints file={file} />
          {(file.state === 'draft' || file.state === 'signed') && <CompetenceTable of={file.open.competence} />}
          <Versions of={file.versions} older={file.older.versions} />
        </div>
      </div>
      {edits && record && (
        <Section id="edit" title={t('penalty.editdecision')}>
          <DecisionForm key={file.contentHash} record={record} file={file} done={() => undefined} />
        </Section>
      )}
    </div>
  );
}

function Head({ file }: { file: DecisionFull }) {
  const { t, word, language } = useText();
  return (
    <header className="stack" style={{ gap: 4 }}>
      <div className="desk-head">
        <h1>{file.number ?? t(headingOf(file))}</h1>
        <State kind="penalty" value={file.state} />
        {file.returned && file.state === 'draft' && <SentBackMark />}
        {file.end && <b>{word('penaltyend', file.end)}</b>}
        {file.amount !== null && <b>{dong(file.amount, language)}</b>}
        <Link className="plain" to={`/cases/${file.caseId}`}>
          {t('takedown.ofcase', { number: file.caseNumber })}
        </Link>
        <Link className="plain" to={`/penalties/records/${file.violationId}`}>
          {t('penalty.torecord')}
        </Link>
        <InLog subject={file.id} />
        <Present kind="penalty" id={file.id} />
        <span className="soft small">
          {t('takedown.writtenby', { name: file.createdBy ?? t('desk.house') })} · <Moment at={file.createdAt} only="relative" />
        </span>
      </div>
      {file.annulment && file.annulment.state !== 'cancelled' && (
        <div className="small">
          {t('penalty.hasannulment')}{' '}
          <Link className="plain" to={`/penalties/${file.annulment.id}`}>
            {t('penalty.annulment')}
          </Link>{' '}
          ({word('penalty', file.annulment.state)})
        </div>
      )}
    </header>
  );
}
