import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { call } from '../api/client.js';
import type { Proposal } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { Moment } from '../parts/moment.js';
import { Ask, Fault } from '../parts/parts.js';
import { SeenHow } from '../parts/seen-how.js';
import { useText } from '../text/language.js';
import JoinCase from './case/join-case.js';

const REFRESH = [['work'], ['counts']];

/** A post judged false for which a person opens a case, or says why not. */
export function ProposalCard({ proposal: p }: { proposal: Proposal }) {
  const { t, word } = useText();
  const go = useNavigate();
  const [declining, setDeclining] = useState(false);
  const open = useAct<void, { id: string }>((_, key) => call('POST', '/cases', { postId: p.postId }, key), {
    refresh: REFRESH,
    done: (c) => void go(`/cases/${c.id}`),
  });
  const undo = useAct<void>((_, key) => call('DELETE', `/case-proposals/${p.postId}/decline`, undefined, key), {
    refresh: REFRESH,
    done: () => notifications.update({ id: p.postId, message: t('work.restored'), autoClose: 4_000 }),
    failed: () => notifications.update({ id: p.postId, color: 'red', message: word('problem', 'undo-too-late'), autoClose: 4_000 }),
  });
  const decline = useAct<string, { undoSeconds: number }>(
    (reason, key) => call('POST', `/case-proposals/${p.postId}/decline`, { judgementId: p.judgementId, reason }, key),
    {
      refresh: REFRESH,
      done: ({ undoSeconds }) => {
        setDeclining(false);
        notifications.show({
          id: p.postId,
          color: 'teal',
          autoClose: undoSeconds * 1_000,
          message: (
            <span className="row">
              {t('work.declined')}
              <Button variant="default" onClick={() => undo.go()}>
                {t('work.undo')}
              </Button>
            </span>
          ),
        });
      },
    },
  );
  return (
    <div className="card stack">
      <Fault problem={open.problem} />
      <div className="row begin">
        <div className="grow stack" style={{ gap: 2 }}>
          <Link className="two unlined" to={`/triage/${p.itemId}?state=judged`}>
            {p.firstLine ?? p.url ?? word('platform', p.platform)}
          </Link>
          <span className="soft small">
            {word('platform', p.platform)}
            {p.topic && ` · ${word('topic', p.topic)}`} · {p.judgedBy} · <Moment at={p.judgedAt} only="relative" />
          </span>
          <SeenHow of={p} />
        </div>
        <Button loading={open.busy} onClick={() => open.go()}>
          {t('work.open')}
        </Button>
        <JoinCase postId={p.postId} />
        <Button variant="default" onClick={() => setDeclining(true)}>
          {t('work.decline')}
        </Button>
      </div>
      <Ask
        opened={declining}
        close={() => setDeclining(false)}
        title={t('work.decline')}
        label={t('work.declinewhy')}
        done={(reason) => decline.go(reason)}
      >
        <span className="two">{p.firstLine}</span>
        <Fault problem={decline.problem} />
      </Ask>
    </div>
  );
}
