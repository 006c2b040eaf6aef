import { Alert, Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call, problemOf, type ProblemBody } from '../api/client.js';
import { PasswordField } from '../parts/password-field.js';
import { useText } from '../text/language.js';
import { LanguageSwitch } from './language-switch.js';

export function SignIn({ ended }: { ended: boolean }) {
  const { t, problem } = useText();
  const queries = useQueryClient();
  const [fault, setFault] = useState<ProblemBody | null>(null);
  const [secondStep, setSecondStep] = useState(false);
  const [busy, setBusy] = useState(false);
  const [form, setForm] = useState({ email: '', password: '', code: '' });
  const type = (name: keyof typeof form) => (e: { currentTarget: { value: string } }) => {
    const { value } = e.currentTarget;
    setForm((f) => ({ ...f, [name]: value }));
  };
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    try {
      await call('POST', '/sign-in', { email: form.email, password: form.password, ...(form.code ? { code: form.code } : {}) });
      // of what was read before by whoever sat here, nothing is left
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      await queries.invalidateQueries({ queryKey: ['me'] });
    } catch (error) {
      const problem = problemOf(error);
      // the code is the next question, not a fault
      if (problem.code === 'code-needed') setSecondStep(true);
      else setFault(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="signin">
      <form className="card stack" onSubmit={(e) => void enter(e)}>
        <div className="row">
          <h1>{t('app.name')}</h1>
          <LanguageSwitch className="end" />
        </div>
        {ended && !fault && <Alert color="yellow">{t('signin.ended')}</Alert>}
        {fault && (
          <Alert color="red" role="alert">
            {problem(fault)}
          </Alert>
        )}
        <TextInput
          label={t('signin.email')}
          type="email"
          autoComplete="username"
          required
          autoFocus
          size="sm"
          value={form.email}
          onChange={type('email')}
        />
        <PasswordField
          label={t('signin.password')}
          autoComplete="current-password"
          required
          value={form.password}
          onChange={type('password')}
        />
        {secondStep && (
          <TextInput
            label={t('signin.code')}
            description={t('signin.codehint')}
            required
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            size="sm"
            value={form.code}
            onChange={type('code')}
          />
        )}
        <Button type="submit" size="sm" loading={busy}>
          {t('signin.go')}
        </Button>
      </form>
    </div>
  );
}
