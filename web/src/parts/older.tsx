import { useText } from '../text/language.js';
import { integer } from '../text/time.js';

/** What a list leaves out, said at its end. */
export function Older({ n }: { n: number }) {
  const { t, language } = useText();
  return n > 0 && <span className="soft small">{t('desk.olderuntold', { n: integer(n, language) })}</span>;
}
