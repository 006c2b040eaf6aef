import type { ReactNode } from 'react';
import type { Comparison } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { SeenHow, useVisitor } from '../../parts/seen-how.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';

const FIELDS = ['title', 'author', 'handle', 'postedAt', 'edited'] as const;
type Side = Comparison['earlier'];

/** What each look read of the post; what differs stands out. */
export function Sides({ of }: { of: Comparison }) {
  const { t, word, language } = useText();
  const { earlier, later } = of;
  const visit = useVisitor();
  const visitor = (name: string) => visit(name).device ?? t('look.signedin', { name });
  const line = (name: string, before: ReactNode, after: ReactNode, differs: boolean) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td data-label={t('compare.earlier')}>{before}</td>
      <td data-label={t('compare.later')}>{differs ? <b>{after}</b> : after}</td>
    </tr>
  );
  const value = (side: Side, field: (typeof FIELDS)[number]) =>
    side[field] ? field === 'postedAt' ? <Moment at={side[field]} only="exact" /> : side[field] : <span className="soft">–</span>;
  return (
    <table className="list">
      <thead>
        <tr>
          <td />
          <th>{t('compare.earlier')}</th>
          <th>{t('compare.later')}</th>
        </tr>
      </thead>
      <tbody>
        {line(t('compare.when'), <Moment at={earlier.endedAt} clock="true" />, <Moment at={later.endedAt} clock="true" />, false)}
        {line(t('compare.seen'), <Seen of={earlier} />, <Seen of={later} />, earlier.observation !== later.observation)}
        {line(t('field.visitor'), visitor(earlier.visitor), visitor(later.visitor), earlier.visitor !== later.visitor)}
        {line(t('field.route'), word('route', earlier.route), word('route', later.route), earlier.route !== later.route)}
        {FIELDS.filter((field) => earlier[field] || later[field]).map((field) =>
          line(t(`compare.field.${field}`), value(earlier, field), value(later, field), earlier[field] !== later[field]),
        )}
        {of.counts.map(({ what, before, after }) =>
          line(`${t('compare.counts')}: ${what}`, number(before, language), number(after, language), true),
        )}
      </tbody>
    </table>
  );
}
const number = (n: number | null, language: 'vi' | 'en'): string => (n === null ? '–' : integer(n, language));
const Seen = ({ of }: { of: Side }) => (
  <>
    {of.observation ? <State kind="observation" value={of.observation} /> : <State kind="outcome" value={of.outcome} />} <SeenHow of={of} />
  </>
);
