import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../text/language.js';
import './picture.css';

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
}

/** The picture of the post: veiled until asked for, so that nothing shocks by surprise. */
export function Picture({ source, seen, turn, hotkey, late = false, came, label }: Shown) {
  const { t } = useText();
  const name = label ?? t('triage.picture');
  const [fetched, setFetched] = useState(!late);
  if (seen && !fetched) setFetched(true);
  if (!source) return <div className="soft small">{t('triage.nopicture')}</div>;
  const key = hotkey ? ` (${hotkey})` : '';
  return (
    <>
      <div className={seen ? 'picture' : 'picture veiled'} tabIndex={seen ? 0 : undefined} role="group" aria-label={name}>
        {fetched && <img src={source} alt={name} onLoad={came} />}
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
