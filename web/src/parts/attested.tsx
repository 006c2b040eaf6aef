import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.js';
import type { CaptureRecord, PackageSeal } from '../api/types.js';
import { useText } from '../text/language.js';
import { Hash } from './hash.js';
import { Moment } from './moment.js';
import { Fault } from './parts.js';
import { TakeAlong } from './take-along.js';

/** What attests the package of a capture beside its own hashes: key, time stamps, receipt of the log. Asked for when it is opened. */
export function Attested({ captureId }: { captureId: string }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const capture = useQuery({
    queryKey: ['capture', captureId],
    queryFn: ({ signal }) => get<CaptureRecord>(`/captures/${captureId}`, signal),
    enabled: open,
  });
  return (
    <details className="small wraps" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{t('attested.title')}</summary>
      <Fault error={capture.error} />
      {capture.data &&
        (capture.data.seal ? <Facts of={capture.data.seal} captureId={captureId} /> : <p className="soft">{t('attested.older')}</p>)}
    </details>
  );
}

function Facts({ of, captureId }: { of: PackageSeal; captureId: string }) {
  const { t } = useText();
  return (
    <>
      <div>
        {t('attested.key')} <Hash value={of.key} />
      </div>
      {of.timeStamps.map((stamp) => (
        <div key={stamp.part}>
          {t('attested.stamped', { authority: stamp.authority })} <Moment at={stamp.at} clock="true" only="exact" />{' '}
          <Fetch captureId={captureId} part={stamp.part} />
        </div>
      ))}
      {of.timeStamp !== 'holds' && <div className="soft">{t(`attested.stamp.${of.timeStamp}`)}</div>}
      <div className={of.receipt === 'holds' ? undefined : 'soft'}>
        {t(`attested.receipt.${of.receipt}`)} {of.receipt === 'holds' && <Fetch captureId={captureId} part="receipt" />}
      </div>
    </>
  );
}

/** What lies beside a package is taken along for a reason too. */
function Fetch({ captureId, part }: { captureId: string; part: string }) {
  const { t, word } = useText();
  return (
    <TakeAlong
      path={`/captures/${captureId}/parts/${part}`}
      title={t('attested.fetch')}
      says={word('part', part)}
      name={`${captureId}-${part}`}
      refresh={[['capture', captureId], ['case']]}
    />
  );
}
