import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Fault } from '../../parts/parts.js';
import { PasswordField } from '../../parts/password-field.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { ROLES } from './roles.js';

const EMPTY = { name: '', title: '', email: '', roles: [] as string[] };

/** A new person with an account; their roles wait for the chief. The password alone is not kept while it is typed. */
export function AddUser() {
  const { t, word } = useText();
  const [opened, setOpened] = useState(false);
  const [f, set, clear] = useDraft('user', EMPTY);
  const [password, setPassword] = useState('');
  const add = useAct<void>((_, key) => call('POST', '/users', { ...f, password }, key), {
    refresh: [['users'], ['work'], ['counts']],
    done: () => {
      clear();
      setPassword('');
      setOpened(false);
    },
  });
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('users.new')}</Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('users.new')} size="lg">
        <form
          className="stack"
          onSubmit={(e) => {
            e.preventDefault();
            add.go();
          }}
        >
          <TextInput
            label={t('case.name')}
            data-autofocus
            required
            minLength={2}
            maxLength={200}
            value={f.name}
            onChange={(e) => set({ ...f, name: e.currentTarget.value })}
          />
          <TextInput
            label={t('users.title')}
            maxLength={200}
            value={f.title}
            onChange={(e) => set({ ...f, title: e.currentTarget.value })}
          />
          <TextInput
            type="email"
            label={t('signin.email')}
            required
            maxLength={254}
            value={f.email}
            onChange={(e) => set({ ...f, email: e.currentTarget.value })}
          />
          <PasswordField
            size="xs"
            label={t('users.password')}
            required
            minLength={12}
            maxLength={200}
            autoComplete="new-password"
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
          />
          <MultiSelect
            size="xs"
            label={t('users.roles')}
            description={t('users.roleshint')}
            data={ROLES.map((r) => ({ value: r, label: word('role', r) }))}
            value={f.roles}
            onChange={(roles) => set({ ...f, roles })}
          />
          <Fault problem={add.problem} />
          <div className="row">
            <Button type="submit" loading={add.busy}>
              {t('users.new')}
            </Button>
            <Button variant="default" onClick={() => setOpened(false)}>
              {t('act.cancel')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
