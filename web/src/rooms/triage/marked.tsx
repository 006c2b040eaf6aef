import { useEffect, useRef } from 'react';
import type { Match } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { pieces } from './marks.js';

/** The post's text; what resembles the claim is marked, what hints at its stance is underlined. */
export function Marked({ text, match }: { text: string; match: Match | undefined }) {
  const { t } = useText();
  const parts = pieces(text, match);
  const first = parts.find((p) => p.kind === 'match')?.start;
  const begin = useRef<HTMLElement>(null);
  // a long text is opened where it says the claim; nothing around it moves
  useEffect(() => {
    const box = begin.current?.closest('.posttext');
    if (box) box.scrollTop += begin.current!.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }, [text, match?.id, first]);
  return parts.map((p) =>
    p.kind === 'match' ? (
      <mark key={p.start} ref={p.start === first ? begin : undefined}>
        {p.text}
      </mark>
    ) : p.kind === 'cue' ? (
      <span key={p.start} className="cue" title={t('triage.cue')}>
        {p.text}
      </span>
    ) : (
      p.text
    ),
  );
}
