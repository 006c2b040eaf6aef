import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { call, get } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import type { Claim } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Fault, Loading } from '../../parts/parts.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { ClaimCard } from './claim-card.js';
import { ClaimForm } from './claim-form.js';
import './claims.css';

const TYPED_MS = 300;
const REFRESH = [['claims'], ['claim'], ['work'], ['counts']];

/** The registry of known false claims. */
export default function Claims() {
  const { t, word } = useText();
  const me = useMe().data!;
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const later = useDebouncedCallback((q: string) => set('q', q.trim()), TYPED_MS);
  const id = search.get('id');
  const list = usePages<Claim>('claims', '/claims', { state: search.get('state'), q: search.get('q') });
  const named = useNamedClaim(id);
  const [drafting, setDrafting] = useState(false);
  const retire = useAct<string>((claim, key) => call('POST', `/claims/${claim}/retire`, {}, key), { refresh: REFRESH });
  const others = list.items.filter((c) => c.id !== named.data?.id);
  return (
    <div className="pad stack">
      <div className="row">
        <h1>{t('nav.claims')}</h1>
        <SegmentedControl
          size="xs"
          aria-label={t('claim.state')}
          value={search.get('state') ?? ''}
          onChange={(v) => set('state', v)}
          data={[
            { value: '', label: t('list.all') },
            ...['draft', 'approved', 'retired'].map((s) => ({ value: s, label: word('claim', s) })),
          ]}
        />
        <TextInput
          placeholder={t('list.filter')}
          aria-label={t('list.filter')}
          defaultValue={search.get('q') ?? ''}
          onChange={(e) => later(e.currentTarget.value)}
        />
        {may(me, 'claim.draft') && (
          <Button className="end" onClick={() => setDrafting(true)}>
            {t('claim.new')}
          </Button>
        )}
      </div>
      <Fault error={list.error ?? named.error} />
      <Fault problem={retire.problem} />
      {named.data && <ClaimCard claim={named.data} on retire={retire.go} />}
      {list.isPending ? <Loading /> : others.length === 0 && !named.data && <p className="soft">{t('claim.none')}</p>}
      {others.map((c) => (
        <ClaimCard key={c.id} claim={c} retire={retire.go} />
      ))}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
      <Dialog opened={drafting} onClose={() => setDrafting(false)} title={t('claim.new')} size="xl">
        <ClaimForm draft="claim.new" done={() => setDrafting(false)} />
      </Dialog>
    </div>
  );
}

type Version = Omit<Claim, 'id' | 'state' | 'version' | 'versionId' | 'matches'> & { id: string };

/** The claim that the address names; it stands first, wherever the list would have it. */
const useNamedClaim = (id: string | null) =>
  useQuery({
    queryKey: ['claim', id],
    enabled: id !== null,
    queryFn: async ({ signal }): Promise<Claim> => {
      const { versions, posts, ...claim } = await get<Pick<Claim, 'id' | 'state' | 'version'> & { posts: number; versions: Version[] }>(
        `/claims/${id}`,
        signal,
      );
      return { ...versions[0], ...claim, versionId: versions[0].id, matches: posts };
    },
  });
