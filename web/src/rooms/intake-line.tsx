import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { may, useMe } from '../api/queries.js';
import type { ReportLine } from '../api/types.js';
import { ReporterIdentity } from '../parts/identity.js';
import { InLog } from '../parts/in-log.js';
import { Long } from '../parts/long.js';
import { Moment } from '../parts/moment.js';
import { useText } from '../text/language.js';
import { Picture, sentAt } from './triage/picture.js';

/** One report of the list: what came in, by which way, and whether the reporter can be asked. */
export function IntakeLine({ report: r }: { report: ReportLine }) {
  const { t, word } = useText();
  const me = useMe().data;
  return (
    <tr>
      <td className="soft nowrap">
        <Moment at={r.receivedAt} only="relative" />
      </td>
      <td className="tight">
        {word('channel', r.channel)}
        {r.enteredBy && <div className="soft small">{r.enteredBy}</div>}
      </td>
      <td className="tight">{word('kind', r.kind)}</td>
      <td>
        {may(me, 'triage.read') ? (
          <Link className="two wrap plain" to={`/posts/${r.postId}`}>
            {r.url ?? r.text ?? t('triage.picture')}
          </Link>
        ) : (
          <span className="two wrap">{r.url ?? r.text}</span>
        )}
        {r.kind === 'picture' && may(me, 'evidence.read') && <SentPicture addressId={r.addressId} />}
        {r.note && (
          <div className="small wrap">
            <span className="soft">{t('intake.note')}:</span> <Long text={r.note} short={300} />
          </div>
        )}
      </td>
      <td className="nowrap">
        {r.postReports > 1 ? t('triage.reports', { n: r.postReports }) : ''} <InLog subject={r.postId} />
      </td>
      <td className="who">
        {r.hasContact ? (
          <>
            <div className="small">{t('intake.contact')}</div>
            <ReporterIdentity
              path={`/reports/${r.id}/identity-requests`}
              identity={r.identity}
              refresh={[['reports'], ['work'], ['counts']]}
            />
          </>
        ) : (
          <span className="soft small">{t('intake.nocontact')}</span>
        )}
      </td>
    </tr>
  );
}

/** The picture that somebody sent in; looking at it is on the log, so it is fetched only when asked for. */
function SentPicture({ addressId }: { addressId: string }) {
  const { t } = useText();
  const [seen, setSeen] = useState(false);
  if (!seen)
    return (
      <div>
        <Button size="compact-xs" variant="default" onClick={() => setSeen(true)}>
          {t('intake.showpicture')}
        </Button>
      </div>
    );
  return (
    <div style={{ maxWidth: 340 }}>
      <Picture source={sentAt(addressId)} seen turn={() => setSeen(false)} />
    </div>
  );
}
