import type { Rise } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { Difference, Figure } from './figure.js';

const KINDS = ['topic', 'claim', 'platform'] as const;

/** Topics, claims and platforms of which more is told than before. */
export function Rises({ of }: { of: Rise[] }) {
  const { t, word } = useText();
  if (of.length === 0) return <p className="soft flat">{t('overview.norise')}</p>;
  return (
    <table className="list figures rises">
      <thead>
        <tr>
          <th />
          <th className="n">{t('overview.reports')}</th>
          <th className="n">{t('overview.difference')}</th>
          <th className="n">{t('overview.posts')}</th>
          <th className="n">{t('overview.difference')}</th>
        </tr>
      </thead>
      {KINDS.map((kind) => {
        const rises = of.filter((r) => r.kind === kind);
        return (
          rises.length > 0 && (
            <tbody key={kind}>
              <tr>
                <th scope="rowgroup" colSpan={5}>
                  {t(`overview.kind.${kind}`)}
                </th>
              </tr>
              {rises.map((r) => (
                <Line key={r.key} rise={r} name={kind === 'claim' ? (r.label ?? '–') : word(kind, r.key)} />
              ))}
            </tbody>
          )
        );
      })}
    </table>
  );
}

function Line({ rise: r, name }: { rise: Rise; name: string }) {
  const { t, language } = useText();
  return (
    <tr>
      <td>
        <span className="two">{name}</span>
      </td>
      {(['reports', 'posts'] as const).flatMap((measure) => {
        const { now, before, difference, percent, page } = r[measure];
        return [
          <td key={measure} className="n">
            <span className="soft">{integer(before, language)} → </span>
            <Figure n={now} name={`${t(`overview.${measure}`)}, ${name}`} page={page} />
          </td>,
          <td key={`${measure} difference`} className="n">
            <Difference n={difference} percent={percent} />
          </td>,
        ];
      })}
    </tr>
  );
}
