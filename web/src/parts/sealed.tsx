import { may, useMe } from '../api/queries.js';
import { Attested } from './attested.js';
import { VerifyBytes } from './verify-bytes.js';

/** What holds the bytes of a capture: read anew by whoever follows the log, and what attests them. */
export default function Sealed({ captureId, evidenceId }: { captureId: string; evidenceId: string }) {
  return (
    <>
      {may(useMe().data, 'log.read') && <VerifyBytes evidenceId={evidenceId} />}
      <Attested captureId={captureId} />
    </>
  );
}
