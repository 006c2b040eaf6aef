import { Button, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { renderSVG } from 'uqr';
import { call } from '../../api/client.js';
import { useMe } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { wayBack } from '../../parts/way-back.js';
import { useText } from '../../text/language.js';

interface Begun {
  secret: string;
  uri: string;
}

/** One's own second factor: a secret for the phone, by picture or by hand, then the first code puts it in force. */
export function OwnFactor() {
  const { t } = useText();
  const me = useMe().data!;
  const back = wayBack(useLocation().state);
  const [begun, setBegun] = useState<Begun | null>(null);
  const [code, setCode] = useState('');
  const begin = useAct<void, Begun>((_, key) => call('POST', '/me/second-factor', {}, key), { done: setBegun });
  const confirm = useAct<void>((_, key) => call('POST', '/me/second-factor/confirm', { code }, key), {
    refresh: [['me'], ['users']],
    done: () => {
      setBegun(null);
      setCode('');
    },
    failed: () => setCode(''),
  });
  if (me.secondFactor)
    return (
      <div className="card" style={{ maxWidth: 640 }} role="status">
        <span className="icon-word good">
          <IconCircleCheck size={15} aria-hidden />
          {t('users.ownon')}
        </span>
        <p className="soft small" style={{ margin: '4px 0 0' }}>
          {t('users.ownlost')}
        </p>
        {back && (
          <Button component={Link} to={back} mt={8} autoFocus>
            {t('users.ownback')}
          </Button>
        )}
      </div>
    );
  return (
    <div className="card stack" style={{ maxWidth: 640 }}>
      <b>{t('users.ownoff')}</b>
      <p className="soft" style={{ margin: 0 }}>
        {t('users.ownwhy')}
      </p>
      <Fault problem={begin.problem} />
      {!begun ? (
        <div>
          <Button loading={begin.busy} onClick={() => begin.go()}>
            {t('users.ownbegin')}
          </Button>
        </div>
      ) : (
        <form
          className="stack"
          onSubmit={(e) => {
            e.preventDefault();
            confirm.go();
          }}
        >
          <div>1. {t('users.ownscan')}</div>
          <div className="row" style={{ alignItems: 'start', gap: 18 }}>
            <div
              className="qr"
              role="img"
              aria-label={t('users.qr')}
              dangerouslySetInnerHTML={{ __html: renderSVG(begun.uri, { border: 0 }) }}
            />
            <div className="grow">
              <div className="soft small">{t('users.ownsecret')}</div>
              <div className="secret">{begun.secret.match(/.{1,4}/g)?.join(' ')}</div>
            </div>
          </div>
          <TextInput
            label={`2. ${t('users.owncode')}`}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="\d{6}"
            maxLength={6}
            required
            w={220}
            value={code}
            onChange={(e) => setCode(e.currentTarget.value.replace(/\D/g, ''))}
          />
          <Fault problem={confirm.problem} />
          <div>
            <Button type="submit" loading={confirm.busy} disabled={code.length !== 6}>
              {t('users.ownconfirm')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
