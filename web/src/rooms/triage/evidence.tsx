import type { ReactNode } from 'react';
import type { Match, TriageFull } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { loadDesks } from '../../text/texts.js';
import { SeenHow } from '../../parts/seen-how.js';
import { Later } from '../../frame/later.js';
import { Marked } from './marked.js';
import { OtherAddresses } from './other-addresses.js';
import { marksOf, Picture, sentAt, stillAt } from './picture.js';
import { PostHead } from './post-head.js';

const openFilms = () => Promise.all([import('./films.js'), loadDesks()]).then(([m]) => m.default);
const openReadings = () => Promise.all([import('./readings.js'), loadDesks()]).then(([m]) => m.default);
const openSeen = () => Promise.all([import('./seen-before.js'), loadDesks()]).then(([m]) => m.default);
const openPresent = () => import('../../parts/present.js').then((m) => m.default);
interface Shown {
  full: TriageFull;
  match: Match | undefined;
  seen: boolean;
  turn: () => void;
  children?: ReactNode;
}

/** What the post shows: its text with what matched, and its picture, veiled until asked for. */
export function Evidence({ full, match, seen, turn, children }: Shown) {
  const { t } = useText();
  const { post, capture, item } = full;
  const shown = pictureOf(full);
  const read = full.readings.find((r) => r.id === match?.readingId && r.addressId !== null && sentAt(r.addressId) === shown);
  return (
    <section className="evidence pane stack" aria-label={t('triage.evidence')}>
      <PostHead post={post} capture={capture} item={item} />
      <OtherAddresses itemId={item.id} total={post.addressTotal} />
      <Later open={openPresent} kind="triage" id={item.id} />
      <SeenHow of={post} />
      <div className="posttext wrap card" tabIndex={0} role="group" aria-label={t('triage.text')}>
        {post.text ? (
          <Marked text={post.text} match={match?.readingId ? undefined : match} />
        ) : (
          <span className="soft">{t('triage.notext')}</span>
        )}
      </div>
      <Picture source={shown} seen={seen} turn={turn} hotkey="v" marks={read && marksOf(read, match)} />
      {full.readings.length > 0 && (
        <Later key={`words-${item.id}`} open={openReadings} readings={full.readings} match={match} shown={shown} />
      )}
      <Later key={item.id} open={openSeen} itemId={item.id} />
      {capture?.filmed && <Later key={capture.id} open={openFilms} captureId={capture.id} />}
      {children}
    </section>
  );
}

function pictureOf({ capture, post }: TriageFull): string | null {
  if (capture?.picturePart) return stillAt(capture.id, capture.picturePart);
  const sent = post.addresses?.find((a) => a.kind === 'picture');
  return sent ? sentAt(sent.addressId) : null;
}
