import { useText } from '../text/language.js';
import { integer } from '../text/time.js';
import type { Gathered } from './looks.js';
import { Moment } from './moment.js';

/** How many looks a line stands for, and since when. */
export function LookSpan({ of: { times, since } }: { of: Gathered<object> }) {
  const { t, language } = useText();
  if (!times || !since) return null;
  return (
    <span className="soft">
      · {t('looks.times', { n: integer(times, language) })} <Moment at={since} only="exact" />
    </span>
  );
}
