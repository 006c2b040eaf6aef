import { Button } from '@mantine/core';
import { Link, useNavigate } from 'react-router-dom';
import { may, useMe } from '../../api/queries.js';
import type { CaseFull } from '../../api/types.js';
import { More } from '../../parts/more.js';
import { Fault, State } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { useAccused } from './use-case.js';
import { dong } from '../penalties/money.js';
import type { DecisionLine, RecordLine } from '../penalties/types.js';

/** The violation records of this case, and what was decided on them. */
export function CasePenalties({ file }: { file: CaseFull }) {
  const { t } = useText();
  const me = useMe().data!;
  if (!may(me, 'penalty.read')) return null;
  return (
    <Section id="penalties" title={t('nav.penalties')}>
      <div className="stack">
        {may(me, 'violation.read') && <Records file={file} draws={may(me, 'violation.draw')} />}
        <Decisions file={file} alone={!may(me, 'violation.read')} />
      </div>
    </Section>
  );
}

function Records({ file, draws }: { file: CaseFull; draws: boolean }) {
  const { t, word } = useText();
  const go = useNavigate();
  const list = usePages<RecordLine>('violations', '/violations', { caseId: file.id }, 15_000);
  const accused = useAccused(file);
  const open = accused.some((p) => !list.items.some((v) => v.partyId === p.id && v.state !== 'cancelled'));
  return (
    <>
      <Fault error={list.error} />
      {list.items.length > 0 ? (
        <div className="card lines">
          {list.items.map((v) => (
            <div key={v.id} className="row">
              <Link className="plain" to={`/penalties/records/${v.id}`}>
                <b>{v.reference}</b>
              </Link>
              <State kind="violation" value={v.state} />
              <span className="soft small end">{word('subject', v.subject)}</span>
            </div>
          ))}
          {list.hasNextPage && <More shown={list.items.length} total={list.total} list={list} />}
        </div>
      ) : (
        !list.isPending && <p className="soft small flat">{t('penalty.nonehere')}</p>
      )}
      {draws && file.state === 'confirmed' && accused.length === 0 && (
        <span className="small">
          {t('penalty.noaccused')}{' '}
          <a className="plain" href="#parties">
            {t('desk.goto')}
          </a>
        </span>
      )}
      {draws && file.state === 'confirmed' && open && (
        <span>
          <Button variant="light" onClick={() => void go(`/penalties/records/new?case=${file.id}`)}>
            {t('penalty.drawrecord')}
          </Button>
        </span>
      )}
    </>
  );
}

/** Where records are not shown, it says that there is no decision; else the records say that there is nothing. */
function Decisions({ file, alone }: { file: CaseFull; alone: boolean }) {
  const { t, word, language } = useText();
  const list = usePages<DecisionLine>('penalties', '/penalties', { caseId: file.id }, 15_000);
  if (list.error) return <Fault error={list.error} />;
  if (list.items.length === 0) return alone && !list.isPending ? <p className="soft small flat">{t('penalty.nodecision')}</p> : null;
  return (
    <div className="card lines">
      {list.items.map((p) => (
        <div key={p.id} className="row">
          <Link className="plain" to={`/penalties/${p.id}`}>
            <b>{p.number ?? t(p.kind === 'annulment' ? 'penalty.annulment' : 'penalty.decision')}</b>
          </Link>
          <State kind="penalty" value={p.state} />
          <span className="small end">{p.amount === null ? p.end && word('penaltyend', p.end) : dong(p.amount, language)}</span>
        </div>
      ))}
      {list.hasNextPage && <More shown={list.items.length} total={list.total} list={list} />}
    </div>
  );
}
