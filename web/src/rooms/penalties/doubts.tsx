import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useText } from '../../text/language.js';
import type { Doubt } from './types.js';

/** What of the law is not known for sure, and how surely. */
export function Doubts({ of }: { of: Doubt[] }) {
  const { word, language } = useText();
  return (
    <ul className="lacks small">
      {of.map((d) => (
        <li key={d.about} title={d.about}>
          {d.confidence === 'low' ? <IconLock size={13} aria-hidden /> : <IconAlertTriangle size={13} aria-hidden />}
          <span className="wrap">
            <span className={d.confidence === 'low' ? 'late' : 'soon'}>{word('confidence', d.confidence)}</span>
            {d.note ? <span className="soft"> · {d.note[language]}</span> : ` · ${d.about}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
