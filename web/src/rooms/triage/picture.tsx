import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Match, TriageReading } from '../../api/types.js';
import { useText } from '../../text/language.js';
import './picture.css';

/** A place in a picture, in hundredths of its sides. */
export type Mark = Record<'left' | 'top' | 'width' | 'height', number>;
interface Shown {
  source: string | null;
  seen: boolean;
  turn: () => void;
  /** the key that turns it, where one does */
  hotkey?: string;
  /** Where a screen holds many, each is fetched only when asked for: looking at it is on the log. */
  late?: boolean;
  /** it has come */
  came?: () => void;
  /** where it is no picture of the post */
  label?: string;
  /** what is marked in it once it is seen */
  marks?: Mark[];
}

/** The picture of the post: veiled until asked for, so that nothing shocks by surprise. */
export function Picture({ source, seen, turn, hotkey, late = false, came, label, marks = [] }: Shown) {
  const { t } = useText();
  const name = label ?? t('triage.picture');
  const [fetched, setFetched] = useState(!late);
  if (seen && !fetched) setFetched(true);
  if (!source) return <div className="soft small">{t('triage.nopicture')}</div>;
  const key = hotkey ? ` (${hotkey})` : '';
  return (
    <>
      <div className={seen ? 'picture' : 'picture veiled'} tabIndex={seen ? 0 : undefined} role="group" aria-label={name}>
        <div className="drawn">
          {fetched && <img src={source} alt={name} onLoad={came} />}
          {seen &&
            marks.map(({ left, top, width, height }, i) => (
              <i key={i} style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }} />
            ))}
        </div>
        {!seen && (
          <div className="cover">
            <Button variant="default" onClick={turn}>
              {t('triage.reveal') + key}
            </Button>
          </div>
        )}
      </div>
      {seen && (
        <div>
          <Button variant="default" onClick={turn}>
            {t('triage.hide') + key}
          </Button>
        </div>
      )}
    </>
  );
}

/** Where a still of a capture is, or a picture that somebody sent in. */
export const stillAt = (captureId: string, part: string): string => `/api/captures/${captureId}/parts/${part}`;
export const sentAt = (addressId: string): string => `/api/submissions/${addressId}/picture`;

/** Where in the picture the words are by which the claim was found, in hundredths of its sides. */
export function marksOf({ words, width, height }: TriageReading, match: Match | undefined): Mark[] {
  if (!width || !height) return [];
  const hit = words.filter((w) => match?.spans.some((s) => s.start < w.end && w.start < s.end));
  return hit.map(({ box }) => ({
    left: (box.left / width) * 100,
    top: (box.top / height) * 100,
    width: (box.width / width) * 100,
    height: (box.height / height) * 100,
  }));
}
