import type { DoneFigure } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { dong } from '../penalties/money.js';
import { Difference, Figure } from './figure.js';

/** What was done, by the names and the rules of the public figures, beside the period before. */
export function DoneTable({ of }: { of: DoneFigure[] }) {
  const { t, language } = useText();
  const shown = (n: number, money: boolean) => (money ? dong(n, language) : integer(n, language));
  return (
    <table className="list figures">
      <thead>
        <tr>
          <th>{t('overview.what')}</th>
          <th className="n">{t('overview.now')}</th>
          <th className="n">{t('overview.before')}</th>
          <th className="n">{t('overview.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {of.map((d) => (
          <tr key={d.figure}>
            <td>{d.label[language]}</td>
            <td className="n">
              <Figure n={d.now} name={d.label[language]} page={d.page} says={shown(d.now, d.money)} />
            </td>
            <td className="n soft">{shown(d.before, d.money)}</td>
            <td className="n">
              <Difference
                n={d.difference}
                percent={d.percent}
                says={
                  d.money ? `${d.difference < 0 ? '−' : d.difference > 0 ? '+' : ''}${dong(Math.abs(d.difference), language)}` : undefined
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
