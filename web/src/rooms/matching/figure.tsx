import type { Share } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { percent, range } from './shares.js';

/** A share with the range that it is known to lie in; a dash where nothing is known. */
export function Figure({ of }: { of: Share | null }) {
  const { t, language } = useText();
  if (!of) return <span className="soft">–</span>;
  return (
    <span className="whole">
      <b>{percent(of.share, language)}</b> <span className="soft small">{t('matching.range', range(of, language))}</span>
    </span>
  );
}
