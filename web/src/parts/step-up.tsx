import { Alert, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { call } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useText } from '../text/language.js';
import { Fault } from './parts.js';
import { cameFrom } from './way-back.js';

const DIGITS = 6;

/** Shows the second factor again before an act that asks for it; whoever has none is led to where it is set up. */
export function StepUp({ has, done, close }: { has: boolean; done: () => void; close: () => void }) {
  const { t } = useText();
  const here = useLocation();
  const [code, setCode] = useState('');
  const show = useAct<void>((_, key) => call('POST', '/session/step-up', { code }, key), { done, failed: () => setCode('') });
  if (!has)
    return (
      <Alert color="orange" role="alert">
        {t('stepup.none')}{' '}
        <Link className="plain" to="/users?tab=own" state={cameFrom(here)}>
          {t('stepup.setup')}
        </Link>
      </Alert>
    );
  return (
    <form
      className="card next stack"
      onSubmit={(e) => {
        e.preventDefault();
        show.go();
      }}
    >
      <b>{t('stepup.title')}</b>
      <TextInput
        label={t('signin.code')}
        description={t('stepup.hint')}
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={DIGITS}
        required
        w={260}
        value={code}
        onChange={(e) => setCode(e.currentTarget.value.replace(/\D/g, ''))}
      />
      <Fault problem={show.problem} />
      <div className="row">
        <Button type="submit" loading={show.busy} disabled={code.length !== DIGITS}>
          {t('stepup.go')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}
