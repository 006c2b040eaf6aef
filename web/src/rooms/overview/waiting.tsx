import { IconAlertTriangle } from '@tabler/icons-react';
import type { Waiting } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { Figure } from './figure.js';
import { Since } from './since.js';

/** What waits, place by place: how much, since when, and how much of it too long. What is empty is named in one line. */
export function WaitingTable({ of, nothing }: { of: Waiting[]; nothing: string }) {
  const { t, maybe, language } = useText();
  const name = (w: Waiting) => w.label?.[language] ?? maybe(`overview.of.${w.name}`) ?? w.name;
  const there = of.filter((w) => w.count > 0);
  const empty = of.filter((w) => w.count === 0);
  return (
    <>
      {there.length === 0 ? (
        <p className="soft flat">{nothing}</p>
      ) : (
        <table className="list figures">
          <thead>
            <tr>
              <th>{t('overview.what')}</th>
              <th className="n">{t('overview.count')}</th>
              <th className="tight">{t('overview.oldest')}</th>
            </tr>
          </thead>
          <tbody>
            {there.map((w) => (
              <tr key={w.page}>
                <td>{name(w)}</td>
                <td className="n">
                  <Figure
                    n={w.count}
                    name={name(w)}
                    page={w.page}
                    says={w.more ? t('overview.morethan', { n: integer(w.count, language) }) : undefined}
                  />
                </td>
                <td className="tight small">
                  <Since of={w} only="relative" />
                  {w.tooLong > 0 && (
                    <div>
                      <span className="icon-word soon">
                        <IconAlertTriangle size={13} aria-hidden />
                        {t('overview.toolong', { n: w.tooLong, days: w.afterDays ?? 0 })}
                      </span>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {there.length > 0 && empty.length > 0 && (
        <p className="soft small flat">
          {t('overview.none')} {empty.map(name).join(' · ')}
        </p>
      )}
    </>
  );
}
