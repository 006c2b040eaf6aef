import { Button, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { call } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { Fault } from '../parts/parts.js';
import { useText } from '../text/language.js';
import { LanguageSwitch } from './language-switch.js';

const SHORTEST = 12;
const EMPTY = { present: '', next: '', again: '' };

/** One's own password, changed by whoever knows the present one. */
export default function OwnPassword({ first }: { first?: boolean }) {
  const { t } = useText();
  const [form, setForm] = useState(EMPTY);
  const type = (name: keyof typeof EMPTY) => ({
    value: form[name],
    onChange: (e: { currentTarget: { value: string } }) => {
      const { value } = e.currentTarget;
      setForm((f) => ({ ...f, [name]: value }));
    },
  });
  const change = useAct<void>((_, key) => call('POST', '/me/password', { present: form.present, next: form.next }, key), {
    refresh: [['me']],
    done: () => {
      setForm(EMPTY);
      notifications.show({ color: 'teal', message: t('password.changed') });
    },
  });
  const differs = form.again !== '' && form.again !== form.next;
  return (
    <form
      className="card stack"
      style={{ maxWidth: 640 }}
      onSubmit={(e) => {
        e.preventDefault();
        if (form.again === form.next) change.go();
      }}
    >
      <div className="row" style={{ flexWrap: 'nowrap' }}>
        <b>{t(first ? 'password.first' : 'password.title')}</b>
        {first && <LanguageSwitch className="end" />}
      </div>
      {first && <p className="soft flat">{t('password.firstwhy')}</p>}
      <Fault problem={change.problem} />
      <PasswordInput label={t('password.present')} autoComplete="current-password" required autoFocus={first} {...type('present')} />
      <PasswordInput
        label={t('password.next')}
        autoComplete="new-password"
        required
        minLength={SHORTEST}
        maxLength={200}
        {...type('next')}
      />
      <PasswordInput
        label={t('password.again')}
        autoComplete="new-password"
        required
        error={differs ? t('password.differs') : undefined}
        {...type('again')}
      />
      <div>
        <Button type="submit" loading={change.busy} disabled={differs}>
          {t('password.go')}
        </Button>
      </div>
    </form>
  );
}
