import { Button, CopyButton } from '@mantine/core';
import { Dialog } from '../../parts/dialog.js';
import { useText } from '../../text/language.js';

/** A password that was made for somebody, shown this once. */
export function GivenPassword({ name, password, close }: { name: string; password: string; close: () => void }) {
  const { t } = useText();
  return (
    <Dialog opened onClose={close} title={t('users.ask.password')}>
      <div className="stack">
        <p className="flat">{t('users.passwordonce', { name })}</p>
        <div className="row">
          <code aria-label={t('users.onetimepassword')}>{password}</code>
          <CopyButton value={password}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'users.copied' : 'users.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
        <div>
          <Button data-autofocus onClick={close}>
            {t('users.passwordtold')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
