import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconLock } from '@tabler/icons-react';
import { useText } from '../../text/language.js';
import { DayText } from './day.js';
import type { ConfirmedDoubt, Doubt } from './types.js';

interface Shown {
  of: Doubt[];
  confirmed?: ConfirmedDoubt[];
  /** offered to whoever may confirm it */
  confirm?: (about: string) => void;
}

/** What of the law is not known for sure, and how surely; what a lawyer confirmed says who did, when, and by which document. */
export function Doubts({ of, confirmed = [], confirm }: Shown) {
  const { t, word } = useText();
  if (of.length + confirmed.length === 0) return null;
  return (
    <ul className="lacks small">
      {of.map((d) => (
        <li key={d.about} title={d.about}>
          {d.confidence === 'low' ? <IconLock size={13} aria-hidden /> : <IconAlertTriangle size={13} aria-hidden />}
          <span className="wrap">
            <span className={d.confidence === 'low' ? 'late' : 'soon'}>{word('confidence', d.confidence)}</span> <Note of={d} />
          </span>
          {confirm && (
            <Button variant="default" size="compact-xs" onClick={() => confirm(d.about)}>
              {t('penalty.confirmlaw')}
            </Button>
          )}
        </li>
      ))}
      {confirmed.map((d) => (
        <li key={d.about} title={d.about}>
          <IconCircleCheck size={13} aria-hidden />
          <span className="wrap">
            <span className="good">
              {t('penalty.lawconfirmed', { name: d.by })} <DayText day={d.on} />
            </span>{' '}
            · {d.document} <Note of={d} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Note({ of: { note, about } }: { of: Doubt }) {
  const { language } = useText();
  return note ? <span className="soft">· {note[language]}</span> : <>· {about}</>;
}
