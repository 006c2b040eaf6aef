import { Link } from 'react-router-dom';
import type { Drift, DriftColumn } from '../../api/types.js';
import type { Column } from '../../parts/csv.js';
import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';
import { Tried } from './trials.js';

/** The plots in numbers, the newest first, and which rules began when. */
export function DriftTable({ of, columns }: { of: Drift; columns: Column<DriftColumn>[] }) {
  const { t, language } = useText();
  return (
    <>
      <details>
        <summary className="small">{t('spread.table')}</summary>
        <div className="inner-list" tabIndex={0} role="group" aria-label={t('spread.table')}>
          <table className="list figures">
            <thead>
              <tr>
                {columns.map(([head]) => (
                  <th key={head}>{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {of.columns.toReversed().map((c) => (
                <tr key={c.from}>
                  {columns.map(([head, value]) => (
                    <td key={head} className="tight">
                      {value(c) ?? '–'}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {of.switches.length > 0 && (
        <ul className="flat small">
          {of.switches.map((s) => (
            <li key={`${s.on} ${s.trialId} ${s.model} ${s.suggest}`}>
              {t('drift.switched', { day: calendarDay(s.on, language) })}: <Tried of={s} />{' '}
              {s.trialId ? (
                <Link className="plain" to={`/matching/${s.trialId}`}>
                  {t('matching.trial', { n: s.trialNumber ?? 0 })}
                </Link>
              ) : (
                t('matching.shipped')
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
