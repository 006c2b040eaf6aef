import { Button } from '@mantine/core';
import type { Match } from '../api/types.js';
import { State } from '../parts/parts.js';
import { useText } from '../text/language.js';
import { calendarDay } from '../text/time.js';

interface Shown {
  matches: Match[];
  chosen: number;
  choose: (n: number) => void;
  decide?: (matchId: string, decision: 'confirmed' | 'rejected' | null) => void;
}

/** The claims that the post resembles, the likeliest first, each with what is true and who says so. */
export function Matches({ matches, chosen, choose, decide }: Shown) {
  const { t, word, language } = useText();
  return (
    <>
      <h2>{t('triage.claims')}</h2>
      {matches.length === 0 && <p className="soft">{t('triage.noclaims')}</p>}
      {matches.map((m, i) => {
        const stance = (m.stance as { label?: string | null } | null)?.label;
        return (
          <article key={m.id} className="claim stack" data-on={i === chosen} onClick={() => choose(i)}>
            <div className="row">
              <State kind="strength" value={m.strength} />
              <span className="soft small">{Math.round(m.score * 100)} %</span>
              {stance && (
                <span className="small">
                  {t('triage.stance')}: <b>{word('stance', stance)}</b>
                </span>
              )}
              {m.decision && <b className="end">{t(m.decision === 'confirmed' ? 'triage.confirmed' : 'triage.rejected')}</b>}
            </div>
            <div>
              <b>{m.text}</b>
            </div>
            <div className="wrap">
              <span className="soft small">{t('triage.truth')}:</span> {m.truth}
            </div>
            <div className="small">
              {m.sources.map((s) => (
                <div key={s.url}>
                  <a href={s.url} target="_blank" rel="noreferrer noopener">
                    {s.title}
                  </a>{' '}
                  <span className="soft">{calendarDay(s.date, language)}</span>
                </div>
              ))}
              <span className="soft">
                {m.falseTo
                  ? t('triage.falseto', { from: calendarDay(m.falseFrom, language), to: calendarDay(m.falseTo, language) })
                  : t('triage.false', { from: calendarDay(m.falseFrom, language) })}
              </span>
            </div>
            {decide && i === chosen && (
              <div className="row">
                {m.decision === null ? (
                  <>
                    <Button variant="light" onClick={() => decide(m.id, 'confirmed')}>
                      {t('triage.confirm')}
                    </Button>
                    <Button variant="default" onClick={() => decide(m.id, 'rejected')}>
                      {t('triage.reject')}
                    </Button>
                  </>
                ) : (
                  <Button variant="default" onClick={() => decide(m.id, null)}>
                    {t('triage.takeback')}
                  </Button>
                )}
              </div>
            )}
          </article>
        );
      })}
    </>
  );
}
