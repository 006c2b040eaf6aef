import type { Source } from '../../api/types.js';
import { FirstFew } from '../../parts/first-few.js';
import { Long } from '../../parts/long.js';
import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';

interface Refuted {
  truth: string;
  sources: Source[];
  falseFrom: string;
  falseTo: string | null;
}

interface Shown {
  claim: Refuted;
  /** where a person decides about it, all of it stands open */
  whole?: boolean;
}

/** What is true instead, who says so, and since when the claim is false. */
export function ClaimTruth({ claim: { truth, sources, falseFrom, falseTo }, whole = false }: Shown) {
  const { t, language } = useText();
  const from = calendarDay(falseFrom, language);
  return (
    <>
      <div className="wrap">
        <span className="soft small">{t('triage.truth')}:</span> {whole ? truth : <Long text={truth} />}
      </div>
      <div className="small">
        <FirstFew
          lines={sources.map((s) => (
            <div key={s.url} className="wrap">
              <a href={s.url} target="_blank" rel="noreferrer noopener">
                {s.title}
              </a>{' '}
              <span className="soft">
                {[calendarDay(s.date, language), s.publisher, s.rating && `“${s.rating}”`, s.licence].filter(Boolean).join(' · ')}
              </span>
            </div>
          ))}
        />
        <span className="soft">
          {falseTo ? t('triage.falseto', { from, to: calendarDay(falseTo, language) }) : t('triage.false', { from })}
        </span>
      </div>
    </>
  );
}
