import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, get } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { Fault, Loading, State } from '../parts/parts.js';
import { useText } from '../text/language.js';

interface Choices {
  caseNumber: string;
  caseState: string;
  links: {
    addressId: string;
    url: string;
    platform: string;
    author: string | null;
    exact: boolean;
    evidence: unknown;
    asked: { id: string; reference: string } | null;
  }[];
  platforms: { platform: string; delivery: string; recipient: string }[];
  bases: { key: string; label: { vi: string; en: string }; toBeConfirmed: boolean }[];
}

/** Chosen, never retyped: the links of the case, the platform, the legal basis in force. */
export function TakedownDraft({ caseId, done }: { caseId: string; done: (id: string) => void }) {
  const { t, word, language } = useText();
  const choices = useQuery({
    queryKey: ['prefill', caseId],
    queryFn: ({ signal }) => get<Choices>(`/takedowns/prefill?caseId=${caseId}`, signal),
  });
  const [platform, setPlatform] = useState('');
  const [basis, setBasis] = useState('');
  const [off, setOff] = useState<Set<string>>(new Set());
  const c = choices.data;
  const chosen = platform || c?.platforms[0]?.platform || '';
  const links = c?.links.filter((l) => l.platform === chosen && l.exact) ?? [];
  const draft = useAct<void, { id: string }>(
    (_, key) =>
      call(
        'POST',
        '/takedowns',
        {
          caseId,
          platform: chosen,
          legalBasis: basis || c!.bases[0].key,
          items: links.filter((l) => !off.has(l.addressId)).map(({ addressId, url }) => ({ addressId, url })),
        },
        key,
      ),
    { refresh: [['takedowns'], ['case', caseId], ['counts']], done: ({ id }) => done(id) },
  );
  if (choices.error) return <Fault error={choices.error} />;
  if (!c) return <Loading />;
  return (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault();
        draft.go();
      }}
    >
      <div className="row">
        <b>{c.caseNumber}</b>
        <State kind="case" value={c.caseState} />
      </div>
      <Fault problem={draft.problem} />
      <NativeSelect
        label={t('takedown.platform')}
        value={chosen}
        onChange={(e) => setPlatform(e.currentTarget.value)}
        data={c.platforms.map((p) => ({ value: p.platform, label: `${word('platform', p.platform)} · ${p.recipient}` }))}
      />
      <NativeSelect
        label={t('takedown.basis')}
        value={basis || c.bases[0]?.key}
        onChange={(e) => setBasis(e.currentTarget.value)}
        data={c.bases.map((b) => ({ value: b.key, label: b.label[language] }))}
      />
      <b className="small">{t('takedown.items')}</b>
      {links.map((l) => (
        <Checkbox
          key={l.addressId}
          size="xs"
          checked={!off.has(l.addressId)}
          onChange={() =>
            setOff((s) => {
              const n = new Set(s);
              if (!n.delete(l.addressId)) n.add(l.addressId);
              return n;
            })
          }
          label={
            <span className="mono">
              {l.url} {l.asked && <span className="soft">({l.asked.reference})</span>}
            </span>
          }
        />
      ))}
      <div>
        <Button type="submit" loading={draft.busy} disabled={links.length === 0 || c.bases.length === 0}>
          {t('takedown.draft')}
        </Button>
      </div>
    </form>
  );
}
