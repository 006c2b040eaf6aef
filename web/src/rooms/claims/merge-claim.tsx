import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, get } from '../../api/client.js';
import type { Claim, MergePreview, Page, SimilarClaim } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { Dialog } from '../../parts/dialog.js';
import { Fault, Loading } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { MergeSides } from './merge-sides.js';

const TYPED_MS = 400;
const REFRESH = [['claims'], ['claim'], ['work'], ['counts']];

/** Proposes that a claim is the same as another: first which, then both side by side with the reason. */
export function MergeClaim({ claim: c, close }: { claim: Claim; close: () => void }) {
  const { t } = useText();
  const [into, choose] = useState<string | null>(null);
  const preview = useQuery({
    queryKey: ['claim', 'merge-preview', c.id, into],
    enabled: into !== null,
    queryFn: ({ signal }) => get<MergePreview>(`/claims/${c.id}/merge-preview?intoId=${into}`, signal),
  });
  const propose = useAct<string>(
    (reason, key) => {
      const { claim, into: stays } = preview.data!;
      return call('POST', `/claims/${c.id}/merge`, { intoId: into, reason, version: claim.version, intoVersion: stays.version }, key);
    },
    { refresh: REFRESH, done: close },
  );
  if (!into || !preview.data)
    return (
      <Dialog opened onClose={close} title={t('merge.propose')} size="lg">
        <div className="stack">
          <b className="wrap">{c.wordings[0]?.text}</b>
          <Fault error={preview.error} />
          {into && !preview.error ? <Loading /> : <Candidates claim={c} choose={choose} />}
        </div>
      </Dialog>
    );
  return (
    <AskReason
      draft={`merge.${c.id}`}
      title={t('merge.propose')}
      label={t('merge.why')}
      go={t('merge.propose')}
      says={
        <div className="stack">
          <MergeSides of={preview.data} what="merge" />
          <Button
            variant="subtle"
            size="compact-xs"
            style={{ justifySelf: 'start' }}
            onClick={() => {
              propose.reset();
              choose(null);
            }}
          >
            {t('merge.another')}
          </Button>
        </div>
      }
      busy={propose.busy}
      problem={propose.problem}
      close={close}
      done={(reason, clear) => void propose.goAsync(reason).then(clear, () => undefined)}
    />
  );
}

/** Claims in force that it may be the same as: those that are like it, or that say the words looked for. */
function Candidates({ claim: c, choose }: { claim: Claim; choose: (id: string) => void }) {
  const { t } = useText();
  const [typed, type] = useState('');
  const [q] = useDebouncedValue(typed.trim(), TYPED_MS);
  const text = c.wordings[0]?.text ?? '';
  const found = useQuery({
    queryKey: ['claims', 'mergeable', c.id, q],
    queryFn: async ({ signal }) => {
      if (!q) {
        const { items } = await call<Page<SimilarClaim>>('POST', '/claims/similar', { text }, undefined, signal);
        return items.map((s) => ({ id: s.claimId, text: s.text }));
      }
      const { items } = await call<Page<Claim>>('POST', '/claims/search', { q, state: 'approved', limit: 10 }, undefined, signal);
      return items.map((s) => ({ id: s.id, text: s.wordings[0]?.text ?? '' }));
    },
    placeholderData: (old) => old,
  });
  const others = found.data?.filter((o) => o.id !== c.id);
  return (
    <>
      <TextInput label={t('merge.find')} data-autofocus maxLength={200} value={typed} onChange={(e) => type(e.currentTarget.value)} />
      <Fault error={found.error} />
      {!others && !found.error && <Loading />}
      {others?.length === 0 && <p className="soft flat">{t('merge.nonealike')}</p>}
      {others && others.length > 0 && (
        <ul className="card lines" aria-label={t('merge.candidates')}>
          {others.map((o) => (
            <li key={o.id} className="row" style={{ flexWrap: 'nowrap' }}>
              <span className="grow wrap">{o.text}</span>
              <Button
                className="fixed"
                size="compact-sm"
                variant="default"
                aria-label={`${t('merge.choose')}: ${o.text}`}
                onClick={() => choose(o.id)}
              >
                {t('merge.choose')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Proposes that a merged claim is one by itself after all. */
export function ReinstateClaim({ claim: c, close }: { claim: Claim; close: () => void }) {
  const { t } = useText();
  const propose = useAct<string>((reason, key) => call('POST', `/claims/${c.id}/reinstatement`, { reason, version: c.version }, key), {
    refresh: REFRESH,
    done: close,
  });
  return (
    <AskReason
      draft={`reinstate.${c.id}`}
      title={t('merge.reinstate')}
      label={t('merge.whynot')}
      go={t('merge.reinstate')}
      says={
        <div className="stack">
          <b className="wrap">{c.wordings[0]?.text}</b>
          <p className="flat soft">{t('merge.undohint')}</p>
        </div>
      }
      busy={propose.busy}
      problem={propose.problem}
      close={close}
      done={(reason, clear) => void propose.goAsync(reason).then(clear, () => undefined)}
    />
  );
}
