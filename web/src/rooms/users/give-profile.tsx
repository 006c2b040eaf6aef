import { Button, FileInput, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { call, type ProblemBody } from '../../api/client.js';
import type { ProfileLine } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';

export const PROFILES = [['profiles'], ['work'], ['counts']];
const EMPTY = { name: '', visitor: '', hosts: '' };

interface Form {
  title: string;
  busy: boolean;
  problem: ProblemBody | null;
  close: () => void;
  /** the text of the file, which stays in this page no longer than it takes to send it */
  done: (cookies: string) => void;
  children?: ReactNode;
}
/** Asks for the file that a browser wrote of the session. */
function CookieForm({ title, busy, problem, close, done, children }: Form) {
  const { t } = useText();
  const [file, setFile] = useState<File | null>(null);
  return (
    <Dialog opened onClose={close} title={title} size="lg">
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          void file?.text().then(done);
        }}
      >
        {children}
        <FileInput
          size="xs"
          label={t('profiles.file')}
          description={t('profiles.filehint')}
          accept=".txt,.json,text/plain,application/json"
          required
          value={file}
          onChange={setFile}
        />
        <Fault problem={problem} />
        <div className="row">
          <Button type="submit" loading={busy}>
            {title}
          </Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function GiveProfile({ visitors }: { visitors: string[] }) {
  const { t, word } = useText();
  const [opened, setOpened] = useState(false);
  const [f, set] = useState(EMPTY);
  const visitor = f.visitor || visitors[0];
  const give = useAct<string>(
    (cookies, key) => call('POST', '/capture-profiles', { ...f, visitor, hosts: f.hosts.split(/[\s,;]+/).filter(Boolean), cookies }, key),
    {
      refresh: PROFILES,
      done: () => {
        setOpened(false);
        set(EMPTY);
      },
    },
  );
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('profiles.give')}</Button>
      {opened && (
        <CookieForm
          title={t('profiles.give')}
          busy={give.busy}
          problem={give.problem}
          close={() => setOpened(false)}
          done={(cookies) => give.go(cookies)}
        >
          <TextInput
            label={t('profiles.name')}
            description={t('profiles.namehint')}
            data-autofocus
            required
            pattern="[a-z0-9\-]{2,40}"
            value={f.name}
            onChange={(e) => set({ ...f, name: e.currentTarget.value })}
          />
          <TextInput
            label={t('profiles.hosts')}
            description={t('profiles.hostshint')}
            required
            maxLength={2600}
            value={f.hosts}
            onChange={(e) => set({ ...f, hosts: e.currentTarget.value })}
          />
          <Select
            size="xs"
            label={t('profiles.visitor')}
            data={visitors.map((value) => ({ value, label: word('visitor', value) }))}
            allowDeselect={false}
            value={visitor}
            onChange={(chosen) => set({ ...f, visitor: chosen ?? '' })}
          />
        </CookieForm>
      )}
    </>
  );
}

export function RenewProfile({ profile, close }: { profile: ProfileLine; close: () => void }) {
  const { t } = useText();
  const renew = useAct<string>(
    (cookies, key) => call('POST', `/capture-profiles/${profile.id}/renewal`, { cookies, version: profile.version }, key),
    { refresh: PROFILES, done: close },
  );
  return (
    <CookieForm title={t('profiles.renew')} busy={renew.busy} problem={renew.problem} close={close} done={(cookies) => renew.go(cookies)}>
      <p className="flat">
        <b>{profile.name}</b> <span className="soft small">{profile.hosts.join(', ')}</span>
      </p>
    </CookieForm>
  );
}
