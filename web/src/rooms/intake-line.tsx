import type { ReportLine } from '../api/types.js';
import { ReporterIdentity } from '../parts/identity.js';
import { Moment } from '../parts/moment.js';
import { useText } from '../text/language.js';

/** One report of the list: what came in, by which way, and whether the reporter can be asked. */
export function IntakeLine({ report: r }: { report: ReportLine }) {
  const { t, word } = useText();
  return (
    <tr>
      <td className="soft nowrap">
        <Moment at={r.receivedAt} only="relative" />
      </td>
      <td>
        {word('channel', r.channel)}
        {r.enteredBy && <div className="soft small">{r.enteredBy}</div>}
      </td>
      <td>{word('kind', r.kind)}</td>
      <td>
        <span className="two wrap">{r.url ?? r.text}</span>
        {r.note && (
          <div className="small wrap">
            <span className="soft">{t('intake.note')}:</span> {r.note}
          </div>
        )}
      </td>
      <td className="nowrap">{r.postReports > 1 ? t('triage.reports', { n: r.postReports }) : ''}</td>
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
