import type { RecallEstimate } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { percent, range } from './shares.js';

/** What is known of the posts that nothing was suggested for. */
export function Missed({ of }: { of: RecallEstimate }) {
  const { t, language } = useText();
  const n = (value: number) => integer(value, language);
  return (
    <div className="card stack">
      <p className="flat">
        {of.recall
          ? t('matching.missedis', { share: percent(of.recall.share, language), ...range(of.recall, language) })
          : t('matching.missednone')}
      </p>
      <p className="flat soft small">
        {t('matching.missedsays', { low: n(of.low), judged: n(of.judged), missed: n(of.missed), found: n(of.found) })}
      </p>
    </div>
  );
}
