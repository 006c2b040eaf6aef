import { Link } from 'react-router-dom';
import { may, useMe } from '../api/queries.js';
import { Attested } from './attested.js';
import { Replay } from './replay.js';
import { TakeAlong } from './take-along.js';
import { useText } from '../text/language.js';
import { VerifyBytes } from './verify-bytes.js';

/** What a capture holds: its page shown again, held against another look at its post (`postId`: there is one), its bytes read anew by whoever follows the log, and what attests them. */
export default function Sealed({ captureId, evidenceId, postId }: { captureId: string; evidenceId: string; postId?: string }) {
  const { t } = useText();
  return (
    <>
      <Replay captureId={captureId} />
      {postId && (
        <Link className="plain small" to={`/posts/${postId}/compare/${captureId}`}>
          {t('compare.go')}
        </Link>
      )}
      <TakeAlong
        path={`/captures/${captureId}/package`}
        title={t('case.package')}
        says={t('take.packagesays')}
        name={`${captureId}.wacz`}
        refresh={[]}
      />
      {may(useMe().data, 'log.read') && <VerifyBytes evidenceId={evidenceId} />}
      <Attested captureId={captureId} />
    </>
  );
}
