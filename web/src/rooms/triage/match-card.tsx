import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import type { Match } from '../../api/types.js';
import { State } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { ClaimTruth } from '../claims/claim-truth.js';
import { MatchReasons } from './match-reasons.js';

interface Shown {
  match: Match;
  /** the words that it was found by were never seen on a screen */
  fromSource: boolean;
  on: boolean;
  choose: () => void;
  decide?: (decision: Match['decision']) => void;
}

/** One claim that the post resembles; the chosen one is opened with what is true, who says so, and why it was suggested. */
export function MatchCard({ match: m, fromSource, on, choose, decide }: Shown) {
  const { t, word } = useText();
  const card = useRef<HTMLElement>(null);
  const was = useRef(on);
  useEffect(() => {
    if (on && !was.current) card.current?.scrollIntoView({ block: 'nearest' });
    was.current = on;
  }, [on]);
  const stance = m.stance?.label;
  return (
    <article ref={card} className="claim stack" data-on={on}>
      <button className="head" aria-expanded={on} onClick={choose}>
        <span className="row" style={{ gap: 6 }}>
          {m.strength ? <State kind="strength" value={m.strength} /> : <b className="small">{t('triage.named')}</b>}
          {m.score > 0 && <span className="soft small">{Math.round(m.score * 100)} %</span>}
          {m.harm && (
            <span className="small">
              {t('claim.harm')}: <b>{word('harm', m.harm)}</b>
            </span>
          )}
          <span className="small">
            {t('triage.stance')}: <b>{word('stance', stance ?? 'unclear')}</b>
          </span>
          {m.decision && <b className="end small">{t(m.decision === 'confirmed' ? 'triage.confirmed' : 'triage.rejected')}</b>}
        </span>
        <b className={on ? undefined : 'two'}>{m.text}</b>
      </button>
      {on && (
        <>
          <ClaimTruth claim={m} />
          <Link className="plain small" to={`/claims/${m.claimId}`}>
            {t('claim.page')}
          </Link>
          <MatchReasons reasons={m.reasons} fromSource={fromSource} />
          {decide && (
            <div className="row decide">
              {m.decision === null ? (
                <>
                  <Button variant="light" onClick={() => decide('confirmed')}>
                    {t('triage.confirm')}
                  </Button>
                  <Button variant="default" onClick={() => decide('rejected')}>
                    {t('triage.reject')}
                  </Button>
                </>
              ) : (
                <Button variant="default" onClick={() => decide(null)}>
                  {t('triage.takeback')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </article>
  );
}
