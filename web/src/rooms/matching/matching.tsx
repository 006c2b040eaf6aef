import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { get } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import type { MatchingStands } from '../../api/types.js';
import '../../parts/desks.css';
import { Fault, Loading } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { ClaimPrecisions } from './claim-precisions.js';
import { Curve } from './curve.js';
import { Drift } from './drift.js';
import './matching.css';
import { Missed } from './missed.js';
import { Trials, Tried } from './trials.js';
import { TryRules } from './try-rules.js';

/** By what posts are matched, how right that is by what people decided, and trials of something else. */
export default function Matching() {
  const { t, language } = useText();
  const me = useMe().data!;
  const stands = useQuery({ queryKey: ['matching', 'now'], queryFn: ({ signal }) => get<MatchingStands>('/matching', signal) });
  const now = stands.data;
  if (!now)
    return stands.error ? (
      <div className="pad">
        <Fault error={stands.error} />
      </div>
    ) : (
      <Loading />
    );
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('matching.title')}</h1>
        <Link className="plain" to="/claims">
          {t('nav.claims')}
        </Link>
      </div>
      <Fault error={stands.error} />
      <p className="soft small flat">{t('matching.hint')}</p>
      <div className="split">
        <div>
          <Section id="curve" title={t('matching.curve')}>
            <p className="flat">
              {t('matching.now')}: <Tried of={now} />{' '}
              {now.trialId ? (
                <Link className="plain" to={`/matching/${now.trialId}`}>
                  {t('matching.bytrial')}
                </Link>
              ) : (
                <span className="soft small">{t('matching.shipped')}</span>
              )}
            </p>
            <p className="flat soft small">
              {now.decided === 0 ? t('matching.none') : t('matching.decided', { n: integer(now.decided, language) })}
              {now.decidedEarlier > 0 && ` · ${t('matching.earlier', { n: integer(now.decidedEarlier, language) })}`}
            </p>
            {now.decided > 0 && <Curve points={now.curve} suggest={now.suggest} strong={now.strong} />}
          </Section>
        </div>
        <div>
          <Section id="missed" title={t('matching.missed')}>
            <Missed of={now.recall} />
          </Section>
          {may(me, 'matching.try') && (
            <Section id="try" title={t('matching.try')}>
              <TryRules key={now.trialId ?? ''} now={now} />
            </Section>
          )}
        </div>
      </div>
      <Section id="drift" title={t('drift.title')}>
        <Drift />
      </Section>
      <Section id="claims" title={t('byclaim.title')}>
        <ClaimPrecisions />
      </Section>
      <Section id="trials" title={t('matching.trials')}>
        <Trials />
      </Section>
    </div>
  );
}
