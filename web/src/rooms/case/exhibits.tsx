import { may, useMe } from '../../api/queries.js';
import type { CaseFull, Exhibit } from '../../api/types.js';
import { Later } from '../../frame/later.js';
import { Attested } from '../../parts/attested.js';
import { Hash } from '../../parts/hash.js';
import { InLog } from '../../parts/in-log.js';
import { mediaName } from '../../parts/media-name.js';
import { Moment } from '../../parts/moment.js';
import { Replay } from '../../parts/replay.js';
import { Section } from '../../parts/section.js';
import { SeenHow } from '../../parts/seen-how.js';
import { TakeAlong } from '../../parts/take-along.js';
import { VerifyBytes } from '../../parts/verify-bytes.js';
import { useText } from '../../text/language.js';
import { bytes } from '../../text/time.js';
import { PaperLink } from './paper-link.js';
import { AttachExhibit } from './attach-exhibit.js';
import { Custody } from './custody.js';
import { showsPost, Still } from './still.js';
import { useFold } from './use-fold.js';
import { usePart } from './use-part.js';

const FIRST = 10;
const openAddFile = () => import('./add-file.js').then(({ AddFile }) => AddFile);
const openBrought = () => import('./brought-file.js').then(({ Brought }) => Brought);

/** What proves it: each exhibit with its seal, and who has looked at it. */
export function CaseExhibits({ file }: { file: CaseFull }) {
  const { t } = useText();
  const me = useMe().data!;
  const list = usePart(file, 'exhibits');
  const { shown, foot } = useFold(list, FIRST);
  return (
    <Section
      id="exhibits"
      title={t('case.exhibits')}
      n={list.total}
      aside={
        file.mayEnter && (
          <>
            {may(me, 'case.file') && <Later open={openAddFile} file={file} />}
            {may(me, 'case.exhibit') && may(me, 'evidence.read') && <AttachExhibit file={file} />}
          </>
        )
      }
    >
      {list.total === 0 ? (
        <p className="soft">{t('case.noexhibits')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th>{t('case.why')}</th>
              <th className="tight">{t('case.sealed')}</th>
              <th className="tight">SHA-256</th>
              <th>{t('case.custody')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((e) => (
              <Line key={e.id} caseId={file.id} exhibit={e} mayRead={may(me, 'evidence.read')} />
            ))}
          </tbody>
        </table>
      )}
      {foot}
    </Section>
  );
}

function Line({ caseId, exhibit: e, mayRead }: { caseId: string; exhibit: Exhibit; mayRead: boolean }) {
  const { t, word, language } = useText();
  const shows = showsPost(e) && !e.purgedAt;
  const line = (
    <tr className={shows ? 'goes-on' : undefined}>
      <td>
        <div>{e.why}</div>
        <div className="soft small">
          {!e.captureId && `${t(...mediaName(e.mediaType))} · `}
          {bytes(e.bytes, language)}
          {e.part !== 'whole' && ` · ${word('part', e.part)}`} · {e.attachedBy ?? t('desk.house')}
        </div>
        {e.url && <div className="mono soft">{e.url}</div>}
        <SeenHow of={e} />
        {e.file && <Later open={openBrought} caseId={caseId} exhibit={e} />}
      </td>
      <td className="tight small" data-label={t('case.sealed')}>
        <Moment at={e.sealedAt} clock="true" only="exact" />
        {e.purgedAt && (
          <div className="wraps">
            <b>{t('keeping.purged')}</b> <Moment at={e.purgedAt} only="exact" />
            {e.purgedUnder && <div className="wrap">{t('keeping.purgedunder', { rule: e.purgedUnder[language] })}</div>}
            {e.purgedBy && <div className="wrap">{t('keeping.purgedby', { ...e.purgedBy })}</div>}
          </div>
        )}
        {e.captureId && mayRead && !e.purgedAt && (
          <div>
            <div className="row" style={{ gap: 6 }}>
              <Replay captureId={e.captureId} />
              <TakeAlong
                path={`/captures/${e.captureId}/package`}
                title={t('case.package')}
                says={t('take.packagesays')}
                name={`${e.captureId}.wacz`}
                refresh={[['case', caseId]]}
              />
              <TakeAlong
                path={`/captures/${e.captureId}/certificate`}
                body={{ language }}
                title={t('take.certificate')}
                says={t('take.certificatesays')}
                name={`certificate-${e.captureId}-${language}.pdf`}
                refresh={[['case', caseId]]}
              />
            </div>
            <Attested captureId={e.captureId} />
          </div>
        )}
        {e.kind === 'document' && <PaperLink caseId={caseId} exhibit={e} />}
      </td>
      <td className="tight" data-label="SHA-256">
        <Hash value={e.sha256} />
      </td>
      <td className="small">
        <Custody caseId={caseId} exhibit={e} />
        {(e.kind === 'document' || e.file) && (
          <div>
            <InLog subject={caseId} type={e.file ? 'evidence' : 'paper'} />
          </div>
        )}
        {e.postId && mayRead && (
          <div>
            <InLog subject={e.postId} type="evidence" />
          </div>
        )}
        {mayRead && !e.purgedAt && <VerifyBytes evidenceId={e.evidenceId} />}
      </td>
    </tr>
  );
  if (!shows) return line;
  return (
    <>
      {line}
      <tr>
        <td colSpan={4}>
          <Still caseId={caseId} exhibit={e} mayLook={mayRead} />
        </td>
      </tr>
    </>
  );
}
