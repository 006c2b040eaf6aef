import type { Match } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { pieces } from './marks.js';

/** The post's text; what resembles the claim is marked, what hints at its stance is underlined. */
export function Marked({ text, match }: { text: string; match: Match | undefined }) {
  const { t } = useText();
  return pieces(text, match).map((p) =>
    p.kind === 'match' ? (
      <mark key={p.start}>{p.text}</mark>
    ) : p.kind === 'cue' ? (
      <span key={p.start} className="cue" title={t('triage.cue')}>
        {p.text}
      </span>
    ) : (
      p.text
    ),
  );
}
