import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { may, useMe } from '../../api/queries.js';
import type { CaseFull, Hold } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { Moment } from '../../parts/moment.js';
import { More } from '../../parts/more.js';
import { Fault } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { ReleaseState } from './release-state.js';
import { post, touched } from './use-case.js';

type Asked = 'place' | 'propose' | 'approved' | 'declined';
const PATHS: Record<Asked, string> = {
  place: '/holds',
  propose: '/holds/release',
  approved: '/holds/release/decision',
  declined: '/holds/release/decision',
};

/** Whether anything of the case may be purged: who holds it and why, and who let it go. */
export function CaseHold({ file }: { file: CaseFull }) {
  const { t } = useText();
  const me = useMe().data!;
  const [asked, setAsked] = useState<Asked | null>(null);
  const list = usePages<Hold>(['case', file.id, 'holds'], `/cases/${file.id}/holds`);
  const open = list.items.find((h) => !h.liftedAt);
  const waits = open?.release && !open.release.decision ? open.release : null;
  const act = useAct<{ what: Asked; reason: string }>(
    ({ what, reason }, key) => {
      const decision = what === 'approved' || what === 'declined' ? { decision: what } : {};
      return post(file.id, PATHS[what], { ...decision, reason, version: file.version }, key);
    },
    { refresh: touched(file.id), done: () => setAsked(null) },
  );
  const button = (what: Asked) => (
    <Button
      variant="default"
      onClick={() => {
        act.reset();
        setAsked(what);
      }}
    >
      {t(`hold.${what}`)}
    </Button>
  );
  const mayHold = may(me, 'case.hold');
  if (list.items.length === 0 && !mayHold) return <Fault error={list.error} />;
  return (
    <Section id="hold" title={t('hold.title')} aside={!list.isPending && !open && mayHold && button('place')}>
      <Fault error={list.error} />
      {!list.isPending && !open && <p className="soft">{t('hold.none')}</p>}
      {list.items.length > 0 && (
        <div className="card lines">
          {list.items.map((h) => (
            <div key={h.id}>
              <div className="wrap">
                {!h.liftedAt && <IconLock size={14} aria-hidden />} <b>{t(h.liftedAt ? 'hold.was' : 'hold.is')}</b> {h.reason}
              </div>
              <div className="soft small">
                {h.placedBy} · <Moment at={h.placedAt} only="exact" />
              </div>
              <ReleaseState release={h.release} />
              {h === open && (
                <div className="row">
                  {!waits && mayHold && button('propose')}
                  {waits && !waits.mine && may(me, 'case.release') && (
                    <>
                      {button('approved')}
                      {button('declined')}
                    </>
                  )}
                </div>
              )}
            </div>
          ))}
          {list.hasNextPage && <More shown={list.items.length} list={list} />}
        </div>
      )}
      {asked && (
        <AskReason
          draft={`hold.${asked}.${file.id}`}
          title={t(`hold.${asked}`)}
          label={t('hold.why')}
          says={<div className="soft small">{t(asked === 'place' ? 'hold.says' : 'hold.releasesays')}</div>}
          go={t(`hold.${asked}`)}
          least={10}
          most={500}
          busy={act.busy}
          problem={act.problem}
          close={() => setAsked(null)}
          done={(reason, clear) => void act.goAsync({ what: asked, reason }).then(clear, () => undefined)}
        />
      )}
    </Section>
  );
}
