import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { may, useMe } from '../../api/queries.js';
import type { CaseFull } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { Moment } from '../../parts/moment.js';
import { Overtaken } from '../../parts/overtaken.js';
import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';
import { post, touched } from './use-case.js';

const POSTS = 3;
type Ground = CaseFull['overtaken'][number];

/** The case rests on claims that are false no more; whoever works on it looks anew, and says what they found. */
export function CaseOvertaken({ file }: { file: CaseFull }) {
  const { t, language } = useText();
  const me = useMe().data;
  const [asked, setAsked] = useState<Ground | null>(null);
  const look = useAct<{ claimId: string; note: string }>(
    (said, key) => post(file.id, '/looks-anew', { ...said, version: file.version }, key),
    {
      refresh: touched(file.id),
      done: () => setAsked(null),
    },
  );
  const anew = (claim: Ground) => claim.posts.filter((p) => p.itemId && p.advice !== 'still-false').slice(0, POSTS);
  return (
    <>
      <Overtaken
        claims={file.overtaken}
        says={file.state === 'closed' && t('over.closed')}
        more={(claim) => (
          <>
            <div className="row">
              {anew(claim).map((p) => (
                <Link key={p.postId} className="plain small" to={`/triage/${p.itemId}?state=judged`}>
                  {t('over.topost')} {p.postedOn && calendarDay(p.postedOn, language)}
                </Link>
              ))}
            </div>
            {claim.look ? (
              <div className="small">
                {t('over.lookedby', { name: claim.look.by })} · <Moment at={claim.look.at} only="relative" />: “{claim.look.note}”
              </div>
            ) : (
              may(me, 'case.work') && (
                <Button
                  variant="default"
                  mt={4}
                  onClick={() => {
                    look.reset();
                    setAsked(claim);
                  }}
                >
                  {t('over.look')}
                </Button>
              )
            )}
          </>
        )}
      />
      {asked && (
        <AskReason
          draft={`case.${file.id}.look.${asked.claimId}`}
          title={t('over.look')}
          label={t('over.found')}
          says={<p className="soft flat">{t('over.lookhint')}</p>}
          least={3}
          go={t('over.note')}
          busy={look.busy}
          problem={look.problem}
          close={() => setAsked(null)}
          done={(note, clear) => void look.goAsync({ claimId: asked.claimId, note }).then(clear, () => undefined)}
        />
      )}
    </>
  );
}
