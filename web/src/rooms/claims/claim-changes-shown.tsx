import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';
import { changesOf, leftAndCame, type Content, type Field } from './claim-changes.js';

/** What one version says differently from another: what it no longer says, and what it says instead. */
export function Changes({ from, to }: { from: Content & { number: number }; to: Content }) {
  const { t } = useText();
  const said = useSaid();
  const fields = changesOf(from, to);
  if (fields.length === 0) return <span className="soft small">{t('claim.same', { n: from.number })}</span>;
  return (
    <div className="stack small" style={{ gap: 2 }}>
      <b>{t('claim.differs', { n: from.number })}</b>
      {fields.map((field) => {
        const { left, came } = leftAndCame(said(from, field), said(to, field));
        return (
          <div key={field} className="stack" style={{ gap: 0 }}>
            <span className="soft">{t(`claim.field.${field}`)}</span>
            {left.map((text) => (
              <span key={text} className="wrap">
                {t('claim.left')}: <del>{text}</del>
              </span>
            ))}
            {came.map((text) => (
              <span key={text} className="wrap">
                {t('claim.came')}: <ins>{text}</ins>
              </span>
            ))}
            {left.length + came.length === 0 && <span>{t('claim.reordered')}</span>}
          </div>
        );
      })}
    </div>
  );
}

/** A field of a version in words, one for each thing that it says. */
function useSaid(): (of: Content, field: Field) => string[] {
  const { t, word, language } = useText();
  return (of, field) => {
    switch (field) {
      case 'wordings':
        return of.wordings.map((w) => `${w.text} (${w.language})`);
      case 'sources':
        return of.sources.map((s) =>
          [s.title, s.url, calendarDay(s.date, language), s.publisher, s.rating, s.licence, ...(s.appearances ?? [])]
            .filter(Boolean)
            .join(' · '),
        );
      case 'falseFrom':
        return [calendarDay(of.falseFrom, language)];
      case 'falseTo':
        return [of.falseTo ? calendarDay(of.falseTo, language) : t('claim.untilnotice')];
      case 'topic':
        return [word('topic', of.topic)];
      case 'harm':
        return [word('harm', of.harm)];
      case 'truth':
        return [of.truth];
    }
  };
}
