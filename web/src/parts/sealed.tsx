import { may, useMe } from '../api/queries.js';
import { Attested } from './attested.js';
import { Replay } from './replay.js';
import { VerifyBytes } from './verify-bytes.js';

/** What a capture holds: its page shown again, its bytes read anew by whoever follows the log, and what attests them. */
export default function Sealed({ captureId, evidenceId }: { captureId: string; evidenceId: string }) {
  return (
    <>
      <Replay captureId={captureId} />
      {may(useMe().data, 'log.read') && <VerifyBytes evidenceId={evidenceId} />}
      <Attested captureId={captureId} />
    </>
  );
}
