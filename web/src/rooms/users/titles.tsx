import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { useGlossary } from '../../api/queries.js';
import type { UserLine } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Sure } from '../../parts/ask-reason.js';
import { Dialog } from '../../parts/dialog.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';

type Title = UserLine['titles'][number];
const REFRESH = [['users'], ['work'], ['counts']];

/** From when to when a title counts, and by whose delegation. */
export function TitleDays({ of: x }: { of: Pick<Title, 'from' | 'to' | 'delegation' | 'delegatedOn'> }) {
  const { t, language } = useText();
  return (
    <>
      {t('users.title.days', { from: calendarDay(x.from, language), to: x.to ? calendarDay(x.to, language) : '…' })}
      {x.delegation && ` · ${t('users.title.delegation')}: ${x.delegation}`}
      {x.delegatedOn && ` (${calendarDay(x.delegatedOn, language)})`}
      {x.delegation && !x.delegatedOn && <div className="late">{t('users.title.undated')}</div>}
    </>
  );
}

/** By which titles somebody signs for the office; one that is not approved waits. */
export function Titles({ user, own }: { user: UserLine; own: boolean }) {
  const { t, word } = useText();
  const [ending, setEnding] = useState<Title | null>(null);
  const [proposing, setProposing] = useState(false);
  const end = useAct<Title>((x, key) => call('DELETE', `/users/${user.staffId}/titles/${x.id}`, undefined, key), {
    refresh: REFRESH,
    done: () => setEnding(null),
  });
  return (
    <div className="roles">
      {user.titles.map((x) => (
        <div key={x.id}>
          {x.approvedAt ? <b>{word('title', x.title)}</b> : <span>{word('title', x.title)}</span>}{' '}
          {!x.approvedAt && <span className="soon">{t('users.pending')}</span>}
          {!own && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              aria-label={`${t('users.title.end')}: ${word('title', x.title)}, ${user.name}`}
              onClick={() => {
                end.reset();
                setEnding(x);
              }}
            >
              {t('users.end')}
            </Button>
          )}
          <div className="soft">
            {x.body} · <TitleDays of={x} />
          </div>
        </div>
      ))}
      {!own && (
        <span>
          <Button
            className="quiet"
            variant="subtle"
            size="compact-xs"
            aria-label={`${t('users.title.propose')}: ${user.name}`}
            onClick={() => setProposing(true)}
          >
            {t('users.title.propose')}
          </Button>
        </span>
      )}
      {ending && (
        <Sure
          title={t('users.title.end')}
          says={t('users.title.endsays', { name: user.name, title: word('title', ending.title) })}
          busy={end.busy}
          problem={end.problem}
          close={() => setEnding(null)}
          done={() => end.go(ending)}
        />
      )}
      {proposing && <ProposeTitle user={user} close={() => setProposing(false)} />}
    </div>
  );
}

function ProposeTitle({ user, close }: { user: UserLine; close: () => void }) {
  const { t, language } = useText();
  const titles = useGlossary().data?.title ?? {};
  const [v, set] = useState({ title: '', body: '', delegation: '', delegatedOn: '', from: '', to: '' });
  // its day stands on the screen, and is sent, with a delegation only
  const delegation = v.delegation.trim() || null;
  const propose = useAct<void>(
    (_, key) =>
      call(
        'POST',
        `/users/${user.staffId}/titles`,
        { ...v, delegation, delegatedOn: delegation && (v.delegatedOn || null), to: v.to || null },
        key,
      ),
    { refresh: REFRESH, done: close },
  );
  const type = (name: keyof typeof v) => (e: { currentTarget: { value: string } }) => set({ ...v, [name]: e.currentTarget.value });
  return (
    <Dialog opened onClose={close} title={`${t('users.title.propose')}: ${user.name}`} size="lg">
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          propose.go();
        }}
      >
        <p className="soft flat">{t('users.title.hint')}</p>
        <NativeSelect
          data-autofocus
          label={t('users.title.title')}
          required
          value={v.title}
          onChange={type('title')}
          data={[
            { value: '', label: t('users.title.choose') },
            ...Object.entries(titles).map(([key, label]) => ({ value: key, label: label[language] })),
          ]}
        />
        <TextInput label={t('users.title.body')} required minLength={2} maxLength={300} value={v.body} onChange={type('body')} />
        <TextInput
          label={t('users.title.delegation')}
          description={t('users.title.delegationhint')}
          maxLength={100}
          value={v.delegation}
          onChange={type('delegation')}
        />
        {delegation && (
          <TextInput type="date" label={t('users.title.delegatedon')} required value={v.delegatedOn} onChange={type('delegatedOn')} />
        )}
        <div className="row">
          <TextInput className="grow" type="date" label={t('users.title.from')} required value={v.from} onChange={type('from')} />
          <TextInput className="grow" type="date" label={t('users.title.to')} value={v.to} min={v.from} onChange={type('to')} />
        </div>
        <Fault problem={propose.problem} names={{ to: t('users.title.to') }} />
        <div className="row">
          <Button type="submit" loading={propose.busy}>
            {t('users.title.propose')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
