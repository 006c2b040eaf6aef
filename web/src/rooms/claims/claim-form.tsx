import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { call } from '../api/client.js';
import { useMe } from '../api/queries.js';
import { useAct } from '../api/use-act.js';
import { Fault } from '../parts/parts.js';
import { useText } from '../text/language.js';
import { dayInZone } from '../text/time.js';

/** A false claim is drafted; somebody else approves it. */
export function ClaimForm({ text = '', done }: { text?: string; done: () => void }) {
  const { t, word } = useText();
  const today = dayInZone(new Date(), useMe().data?.timeZone ?? 'UTC');
  const [f, set] = useState({
    wordings: text.slice(0, 900),
    truth: '',
    topic: '',
    harm: 'medium',
    title: '',
    url: 'https://',
    date: today,
    from: today,
    to: '',
  });
  const type = (name: keyof typeof f) => ({
    value: f[name],
    onChange: (e: { currentTarget: { value: string } }) => {
      const { value } = e.currentTarget;
      set((old) => ({ ...old, [name]: value }));
    },
  });
  const save = useAct<void>(
    (_, key) =>
      call(
        'POST',
        '/claims',
        {
          topic: f.topic,
          harm: f.harm,
          truth: f.truth,
          wordings: f.wordings
            .split('\n')
            .map((w) => w.trim())
            .filter(Boolean)
            .map((w) => ({ language: 'vi', text: w })),
          sources: f.title ? [{ title: f.title, url: f.url, date: f.date }] : [],
          falseFrom: f.from,
          falseTo: f.to || null,
        },
        key,
      ),
    {
      refresh: [['claims'], ['work'], ['counts']],
      done: () => {
        notifications.show({ color: 'teal', message: t('claim.saved') });
        done();
      },
    },
  );
  return (
    <form
      className="stack"
      onSubmit={(e: FormEvent) => {
        e.preventDefault();
        save.go();
      }}
    >
      <Fault problem={save.problem} />
      <Textarea label={t('claim.wording')} required autosize minRows={2} data-autofocus {...type('wordings')} />
      <Textarea label={t('claim.truth')} required autosize minRows={2} {...type('truth')} />
      <div className="row">
        <TextInput className="grow" label={t('claim.topic')} required pattern="[a-z0-9-]{2,40}" {...type('topic')} />
        <NativeSelect
          label={t('claim.harm')}
          data={['low', 'medium', 'high'].map((h) => ({ value: h, label: word('harm', h) }))}
          {...type('harm')}
        />
      </div>
      <div className="row">
        <TextInput className="grow" label={t('claim.source')} required {...type('title')} />
        <TextInput type="date" label={t('claim.date')} required {...type('date')} />
      </div>
      <TextInput label={t('claim.url')} required type="url" {...type('url')} />
      <div className="row">
        <TextInput type="date" label={t('claim.from')} required {...type('from')} />
        <TextInput type="date" label={t('claim.to')} {...type('to')} />
      </div>
      <div className="row">
        <Button type="submit" loading={save.busy}>
          {t('claim.save')}
        </Button>
        <Button variant="default" onClick={done}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}
