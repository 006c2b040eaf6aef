import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { call } from '../api/client.js';
import { may, useMe } from '../api/queries.js';
import type { Claim } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { Fault, Loading, State } from '../parts/parts.js';
import { usePages } from '../parts/use-pages.js';
import { useText } from '../text/language.js';
import { calendarDay } from '../text/time.js';
import { ClaimForm } from './claim-form.js';

export default function Claims() {
  const { t, word, language } = useText();
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
  const list = usePages<Claim>('claims', '/claims', { state: search.get('state'), q: search.get('q') });
  const [drafting, setDrafting] = useState(false);
  const refresh = [['claims'], ['work'], ['counts']];
  const approve = useAct<string>((id, key) => call('POST', `/claim-versions/${id}/approve`, {}, key), { refresh });
  const retire = useAct<string>((id, key) => call('POST', `/claims/${id}/retire`, {}, key), { refresh });
  return (
    <div className="pad stack">
      <div className="row">
        <h1>{t('nav.claims')}</h1>
        <SegmentedControl
          size="xs"
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
          onChange={(e) => set('q', e.currentTarget.value)}
        />
        {may(me, 'claim.draft') && (
          <Button className="end" onClick={() => setDrafting(true)}>
            {t('claim.new')}
          </Button>
        )}
      </div>
      <Fault error={list.error} />
      <Fault problem={approve.problem} />
      <Fault problem={retire.problem} />
      {list.isPending ? <Loading /> : list.items.length === 0 && <p className="soft">{t('list.empty')}</p>}
      {list.items.map((c) => (
        <article key={c.id} className="card stack" data-on={c.id === search.get('id')}>
          <div className="row">
            <State kind="claim" value={c.state} />
            <span className="small">
              {t('claim.harm')}: <b>{word('harm', c.harm)}</b>
            </span>
            <span className="soft small">
              {c.topic} · {t('triage.false', { from: calendarDay(c.falseFrom, language) })} · {t('claim.by', { name: c.draftedBy ?? '–' })}{' '}
              · {t('claim.matches', { n: c.matches })}
            </span>
            <span className="end row">
              {may(me, 'claim.approve') &&
                !c.approvedAt &&
                (c.draftedById === me.staffId ? (
                  <span className="soft small">{t('claim.own')}</span>
                ) : (
                  <Button onClick={() => approve.go(c.versionId)}>{t('claim.approve')}</Button>
                ))}
              {may(me, 'claim.approve') && c.state === 'approved' && (
                <Button variant="default" onClick={() => retire.go(c.id)}>
                  {t('claim.retire')}
                </Button>
              )}
            </span>
          </div>
          {c.wordings.map((w) => (
            <div key={w.text}>
              <b>{w.text}</b> <span className="soft small">{w.language}</span>
            </div>
          ))}
          <div className="wrap">
            <span className="soft small">{t('triage.truth')}:</span> {c.truth}
          </div>
          <div className="small">
            {c.sources.map((s) => (
              <div key={s.url}>
                <a href={s.url} target="_blank" rel="noreferrer noopener">
                  {s.title}
                </a>{' '}
                <span className="soft">{calendarDay(s.date, language)}</span>
              </div>
            ))}
          </div>
        </article>
      ))}
      {list.hasNextPage && (
        <Button variant="default" onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
      <Modal opened={drafting} onClose={() => setDrafting(false)} title={t('claim.new')} size="lg">
        <ClaimForm done={() => setDrafting(false)} />
      </Modal>
    </div>
  );
}
