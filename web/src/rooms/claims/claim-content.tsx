import { useText } from '../../text/language.js';
import { ClaimTruth } from './claim-truth.js';
import type { Content } from './claim-changes.js';

/** A version of a claim whole: every wording, what is true, who says so, since when, the topic and the harm. */
export function ClaimContent({ claim }: { claim: Content }) {
  const { t, word } = useText();
  return (
    <div className="stack" style={{ gap: 4 }}>
      <ul className="plainlist">
        {claim.wordings.map((w) => (
          <li key={`${w.language} ${w.text}`} className="wrap">
            <b lang={w.language}>{w.text}</b> <span className="soft small">({t(`spoken.${w.language}`)})</span>
          </li>
        ))}
      </ul>
      <ClaimTruth claim={claim} whole />
      <div className="small">
        <span className="soft">{t('claim.harm')}:</span> <b>{word('harm', claim.harm)}</b> ·{' '}
        <span className="soft">{t('claim.topic')}:</span> <b>{word('topic', claim.topic)}</b>
      </div>
    </div>
  );
}
