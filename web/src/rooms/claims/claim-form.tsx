import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormEvent } from 'react';
import { call } from '../../api/client.js';
import { useGlossary, useMe } from '../../api/queries.js';
import type { Claim } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { dayInZone } from '../../text/time.js';
import { claimInput, draftOf, emptyClaim, type ClaimDraft } from './claim-input.js';
import './claims.css';
import { SimilarClaims } from './similar-claims.js';

interface Shown {
  draft: string;
  text?: string;
  /** of which a new version is written */
  of?: Claim;
  done: () => void;
}
/** A false claim is drafted, or written anew; somebody else approves it. */
export function ClaimForm({ draft, text = '', of, done }: Shown) {
  const { t, word } = useText();
  const today = dayInZone(new Date(), useMe().data?.timeZone ?? 'UTC');
  const [f, set, forget] = useDraft<ClaimDraft>(draft, of ? draftOf(of) : emptyClaim(text, today));
  const listed = Object.keys(useGlossary().data?.topic ?? {});
  const topics = f.topic && !listed.includes(f.topic) ? [f.topic, ...listed] : listed;
  const put = (name: keyof ClaimDraft, value: string) => set((old) => ({ ...old, [name]: value }));
  const type = (name: keyof ClaimDraft) => ({
    value: f[name],
    onChange: (e: { currentTarget: { value: string } }) => put(name, e.currentTarget.value),
  });
  const path = of ? `/claims/${of.id}/versions` : '/claims';
  const save = useAct<void>((_, key) => call('POST', path, claimInput(f, of?.sources), key), {
    refresh: [['claims'], ['claim'], ['work'], ['counts']],
    done: () => {
      notifications.show({ color: 'teal', message: t('claim.saved') });
      forget();
      done();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(e: FormEvent) => {
        e.preventDefault();
        save.go();
      }}
    >
      <Fault problem={save.problem} />
      <Textarea
        label={t('claim.wording')}
        description={t('claim.wordinghint')}
        required={!f.en.trim()}
        autosize
        minRows={2}
        maxRows={8}
        data-autofocus
        {...type('vi')}
      />
      <Textarea label={t('claim.wordingen')} autosize minRows={1} maxRows={6} {...type('en')} />
      {!of && <SimilarClaims text={f.vi || f.en} />}
      <Textarea label={t('claim.truth')} required autosize minRows={2} maxRows={8} maxLength={4000} {...type('truth')} />
      <div className="row" style={{ alignItems: 'end' }}>
        <NativeSelect
          className="grow"
          label={t('claim.topic')}
          required
          data={[{ value: '', label: t('claim.choosetopic') }, ...topics.map((id) => ({ value: id, label: word('topic', id) }))]}
          {...type('topic')}
        />
        <NativeSelect
          label={t('claim.harm')}
          data={['low', 'medium', 'high'].map((h) => ({ value: h, label: word('harm', h) }))}
          {...type('harm')}
        />
        <TextInput type="date" label={t('claim.from')} required {...type('from')} />
        <TextInput type="date" label={t('claim.to')} min={f.from} {...type('to')} />
      </div>
      <div className="row" style={{ alignItems: 'end' }}>
        <TextInput className="grow" label={t('claim.source')} required maxLength={300} {...type('title')} />
        <TextInput className="grow" label={t('claim.url')} required type="url" maxLength={2000} {...type('url')} />
        <TextInput type="date" label={t('claim.date')} required max={today} {...type('date')} />
      </div>
      <div className="row">
        <Button type="submit" loading={save.busy}>
          {t('claim.save')}
        </Button>
        <Button variant="default" onClick={done}>
          {t('act.cancel')}
        </Button>
        <span className="soft small">{t('claim.second')}</span>
      </div>
    </form>
  );
}
