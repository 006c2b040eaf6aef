import { useClock, useMe } from '../api/queries.js';
import { useText } from '../text/language.js';
import { exact, relative } from '../text/time.js';
import { useNow } from './use-now.js';

/** A moment in the office's zone, with how long ago; where room is short, the one and the other on pointing at it. */
export function When({ at, only }: { at: string; only?: 'relative' }) {
  const { language } = useText();
  const zone = useMe().data?.timeZone ?? 'UTC';
  const ahead = (useClock().data?.offsetHours ?? 0) * 3_600_000; // the demo may move the office's clock
  const near = relative(at, useNow() + ahead, language);
  const at_ = exact(at, language, zone);
  return only === 'relative' ? (
    <time dateTime={at} title={at_}>
      {near}
    </time>
  ) : (
    <time dateTime={at}>{`${at_} · ${near}`}</time>
  );
}
