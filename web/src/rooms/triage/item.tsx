import { Alert, Button, Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { call, get } from '../api/client.js';
import { useMe } from '../api/queries.js';
import type { TriageFull } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { Ask, Fault, Loading, When } from '../parts/parts.js';
import { useText } from '../text/language.js';
import { exact } from '../text/time.js';
import { ClaimForm } from './claim-form.js';
import { Evidence } from './triage-evidence.js';
import { Matches } from './triage-matches.js';
import { useLease } from './use-lease.js';

const JUDGEMENTS = [
  'false-statement-of-fact',
  'true',
  'opinion',
  'satire',
  'question',
  'denial-or-correction',
  'quotation-or-journalism',
  'error-already-corrected',
  'cannot-be-verified',
];

export function TriageItem({ id, next }: { id: string; next: () => void }) {
  const { t, word, language } = useText();
  const me = useMe().data!;
  const go = useNavigate();
  const item = useQuery({
    queryKey: ['item', id],
    queryFn: ({ signal }) => get<TriageFull>(`/triage/${id}`, signal),
    refetchInterval: (q) => (q.state.data?.capture?.state === 'ordered' ? 2_000 : false),
  });
  const full = item.data;
  const acts = full?.next ?? [];
  const can = (act: string) => acts.some((a) => a.act === act);
  const open = acts.some((a) => a.act === 'judge');
  const hold = useLease(id, open);
  const draftKey = `draft.judgement.${id}`;
  const [picked, setPicked] = useState<string | null>(null);
  const [reason, setReason] = useState(() => localStorage.getItem(draftKey) ?? '');
  const [seen, setSeen] = useState(false);
  const [claim, setClaim] = useState(0);
  const [modal, setModal] = useState<'propose' | 'split' | 'help' | null>(null);
  const [splitting, setSplitting] = useState('');
  useEffect(() => {
    if (reason) localStorage.setItem(draftKey, reason);
    else localStorage.removeItem(draftKey);
  }, [reason, draftKey]);
  const refresh = [['item', id], ['triage'], ['counts']];

  const decide = useAct<{ matchId: string; decision: 'confirmed' | 'rejected' | null }>(
    (d, key) => call('POST', `/triage/${id}/matches/${d.matchId}`, { decision: d.decision }, key),
    { refresh },
  );
  const undo = useAct<void>((_, key) => call('DELETE', `/triage/${id}/judgement`, undefined, key), {
    refresh,
    done: () => notifications.show({ message: t('triage.undone') }),
  });
  const judge = useAct<void>(
    (_, key) =>
      call('POST', `/triage/${id}/judgement`, { judgement: picked, reason: reason.trim() || null, version: full!.item.version }, key),
    {
      refresh,
      done: () => {
        localStorage.removeItem(draftKey);
        const back = () => {
          notifications.hide(`judged ${id}`);
          void call('DELETE', `/triage/${id}/judgement`)
            .then(() => {
              void go(`/triage/${id}`);
              void item.refetch();
              notifications.show({ message: t('triage.undone') });
            })
            .catch(() => undefined);
        };
        lastUndo = back;
        setTimeout(() => {
          if (lastUndo === back) lastUndo = null;
        }, 10_000);
        notifications.show({
          id: `judged ${id}`,
          color: 'teal',
          autoClose: 10_000,
          message: (
            <span className="row">
              {t('triage.done', { judgement: word('judgement', picked) })}
              <Button variant="default" onClick={back}>
                {t('triage.undo')}
              </Button>
            </span>
          ),
        });
        next();
      },
    },
  );
  const capture = useAct<void>((_, key) => call('POST', `/posts/${full!.item.postId}/captures`, {}, key), {
    refresh,
    done: () => notifications.show({ message: t('triage.ordered') }),
  });
  const openCase = useAct<void, { id: string; number: string }>((_, key) => call('POST', '/cases', { postId: full!.item.postId }, key), {
    refresh: [...refresh, ['cases'], ['work']],
    done: (c) => {
      notifications.show({ color: 'teal', message: t('triage.caseopened', { number: c.number }) });
      void go(`/cases/${c.id}`);
    },
  });
  const split = useAct<string>((why, key) => call('POST', `/triage/${id}/split`, { reportId: splitting, reason: why }, key), {
    refresh,
    done: () => setModal(null),
  });

  const step = acts.find((a) => a.act === 'judge' && a.to === picked);
  const record = () => {
    if (step && !judge.busy && (!step.lacks.includes('reason') || reason.trim()) && step.possible) judge.go();
  };
  useEffect(() => {
    const key = (e: KeyboardEvent) => {
      const typing = (e.target as HTMLElement).matches('input, textarea, select');
      if (e.key === 'Enter' && picked && (!typing || e.ctrlKey) && !(e.target as HTMLElement).matches('button, a')) {
        e.preventDefault();
        return record();
      }
      if (typing || e.ctrlKey || e.metaKey || e.altKey || modal) return undefined;
      const match = full?.matches[claim];
      const number = Number(e.key);
      if (open && number >= 1 && number <= 9) {
        setPicked(JUDGEMENTS[number - 1]);
        (document.activeElement as HTMLElement | null)?.blur();
      }
      if (e.key === 'v') setSeen((s) => !s);
      if (open && match && e.key === 'c') decide.go({ matchId: match.id, decision: match.decision === 'confirmed' ? null : 'confirmed' });
      if (open && match && e.key === 'x') decide.go({ matchId: match.id, decision: match.decision === 'rejected' ? null : 'rejected' });
      if (e.key === 'n' && full) setClaim((c) => (c + 1) % Math.max(1, full.matches.length));
      if (e.key === 'u') {
        if (can('undo')) undo.go();
        else lastUndo?.();
      }
      if (e.key === 'p' && can('propose-claim')) {
        e.preventDefault();
        setModal('propose');
      }
      if (e.key === 'r' && can('capture')) capture.go();
      if (e.key === 'o' && can('open-case')) openCase.go();
      if (e.key === '?') setModal('help');
      return undefined;
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  });

  if (item.error)
    return (
      <section className="pane">
        <Fault error={item.error} />
      </section>
    );
  if (!full)
    return (
      <>
        <section>
          <Loading />
        </section>
        <section>
          <Loading />
        </section>
      </>
    );
  const said = full.item.judgement as unknown as { judgement: string; by: string | null; at: string; reason?: string | null } | null;
  return (
    <>
      <Evidence
        full={full}
        match={full.matches[claim]}
        seen={seen}
        reveal={() => setSeen((s) => !s)}
        canCapture={can('capture')}
        recapture={() => capture.go()}
        split={
          can('split')
            ? (r) => {
                setSplitting(r);
                setModal('split');
              }
            : undefined
        }
      />
      <section className="pane stack" aria-label={t('triage.judge')}>
        {hold.kind === 'other' && (
          <Alert color="yellow" py={6}>
            {t('triage.leasedby', { name: hold.name, until: hold.until ? exact(hold.until, language, me.timeZone) : '…' })}
          </Alert>
        )}
        {hold.kind === 'ended' && (
          <Alert color="yellow" py={6}>
            {t('triage.leaseended')}
          </Alert>
        )}
        {[judge, decide, undo, capture, openCase, split].map((a, i) => a.problem && <Fault key={i} problem={a.problem} />)}
        <Matches
          matches={full.matches}
          chosen={claim}
          choose={setClaim}
          decide={open ? (matchId, decision) => decide.go({ matchId, decision }) : undefined}
        />
        {open && (
          <>
            <h2>{t('triage.judge')}</h2>
            <div className="judgements">
              {JUDGEMENTS.map((j, i) => {
                const s = acts.find((a) => a.act === 'judge' && a.to === j);
                return (
                  <Button
                    key={j}
                    justify="start"
                    variant={picked === j ? 'filled' : 'default'}
                    disabled={!s?.possible}
                    onClick={() => setPicked(j)}
                    leftSection={<span className="kbd">{i + 1}</span>}
                  >
                    {word('judgement', j)}
                  </Button>
                );
              })}
            </div>
            {step && (step.lacks.includes('reason') || reason) && (
              <Textarea
                label={t('triage.reason')}
                required={step.lacks.includes('reason')}
                autosize
                minRows={2}
                value={reason}
                autoFocus
                onChange={(e) => setReason(e.currentTarget.value)}
              />
            )}
            <Button
              size="sm"
              disabled={!step?.possible || (step.lacks.includes('reason') && !reason.trim())}
              loading={judge.busy}
              onClick={record}
            >
              {t('triage.go')}
            </Button>
          </>
        )}
        {said && (
          <div className="card">
            <b>{word('judgement', said.judgement)}</b>{' '}
            <span className="soft small">
              {said.by} · <When at={said.at} />
            </span>
            {said.reason && <div className="wrap">{said.reason}</div>}
          </div>
        )}
        <div className="row">
          {can('undo') && (
            <Button variant="default" onClick={() => undo.go()}>
              {t('triage.undo')}
            </Button>
          )}
          {can('open-case') && <Button onClick={() => openCase.go()}>{t('triage.opencase')}</Button>}
          {can('propose-claim') && (
            <Button variant="default" onClick={() => setModal('propose')}>
              {t('triage.propose')}
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={() => setModal('help')}>
            ? {t('triage.help')}
          </Button>
        </div>
        {full.cases?.map((c) => (
          <Link key={c.id} to={`/cases/${c.id}`}>
            {c.number}
          </Link>
        ))}
      </section>
      <Modal opened={modal === 'propose'} onClose={() => setModal(null)} title={t('claim.new')} size="lg">
        <ClaimForm text={full.post.text ?? ''} done={() => setModal(null)} />
      </Modal>
      <Modal opened={modal === 'help'} onClose={() => setModal(null)} title={t('triage.help')}>
        <p>
          {t('triage.keys')
            .split(' · ')
            .map((line) => (
              <span key={line}>
                {line}
                <br />
              </span>
            ))}
        </p>
      </Modal>
      <Ask
        opened={modal === 'split'}
        close={() => setModal(null)}
        title={t('triage.split')}
        label={t('triage.splitwhy')}
        done={(why) => split.go(why)}
      />
    </>
  );
}
/** What `u` takes back when the next post is already open. */
let lastUndo: (() => void) | null = null;
