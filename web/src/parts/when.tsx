import { useMe } from '../api/queries.js';
import { useText } from '../text/language.js';
import { exact, relative } from '../text/time.js';
import { useNow } from './use-now.js';

/** A moment in the office's zone, with how long ago; where room is short, the one and the other on pointing at it. */
export function When({ at, only }: { at: string; only?: 'relative' }) {
  const { language } = useText();
  const zone = useMe().data?.timeZone ?? 'UTC';
  const near = relative(at, useNow(), language);
  const at_ = exact(at, language, zone);
  return only === 'relative' ? (
    <time dateTime={at} title={at_}>
      {near}
    </time>
  ) : (
    <time dateTime={at}>{`${at_} · ${near}`}</time>
  );
}
