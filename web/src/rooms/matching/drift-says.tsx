import type { Drift, DriftColumn } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { calendarDay, integer } from '../../text/time.js';
import { percent, score } from './shares.js';

/** What moved, in plain sentences; and what it is set beside. */
export function DriftSays({ of }: { of: Drift }) {
  const { t, language } = useText();
  const { reference, latest, bounds } = of;
  const column = of.columns.find((c) => c.from === latest?.from);
  if (!reference) return <p className="flat">{t('drift.noreference')}</p>;
  return (
    <div className="card stack">
      {!latest || !column ? (
        <p className="flat">{t('drift.waits', { to: calendarDay(reference.to, language), least: integer(bounds.leastPosts, language) })}</p>
      ) : (
        <>
          {latest.moved.length === 0 && <p className="flat">{t(`drift.same.${of.by}`, { day: calendarDay(latest.from, language) })}</p>}
          {latest.moved.map(({ figure, now, before }) => (
            <p key={figure} className="flat">
              {t(`drift.in.${of.by}`, { day: calendarDay(latest.from, language) })}{' '}
              <b>{t(`drift.moved.${figure}`, { now: percent(now.share, language), before: percent(before.share, language) })}</b>
            </p>
          ))}
          <PsiSays of={column} moved={bounds.psiMoved} much={bounds.psiMuch} />
        </>
      )}
      <p className="flat soft small">
        {t('drift.reference', {
          from: calendarDay(reference.from, language),
          days: bounds.referenceDays,
          posts: integer(reference.posts, language),
        })}
      </p>
    </div>
  );
}

function PsiSays({ of: { psi }, moved, much }: { of: DriftColumn; moved: number; much: number }) {
  const { t, language } = useText();
  if (!psi) return null;
  const values = { index: score(Number(psi.index.toFixed(3)), language), chance: score(Number(psi.chance.toFixed(3)), language) };
  const verdict = psi.index <= psi.chance ? 'chance' : psi.index >= much ? 'much' : psi.index >= moved ? 'moved' : 'steady';
  return <p className="flat">{t(`drift.psi.${verdict}`, values)}</p>;
}
