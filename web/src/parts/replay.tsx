import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api/client.js';
import type { OpenedReplay } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { useText } from '../text/language.js';
import { AskReason } from './ask-reason.js';
import { Dialog } from './dialog.js';
import { Moment } from './moment.js';

/** Opens a capture as its page stood, on the origin where captured content lives, for a reason that is kept. */
export function Replay({ captureId }: { captureId: string }) {
  const { t, language } = useText();
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<OpenedReplay | null>(null);
  const open = useAct<string, OpenedReplay>((reason) => call('POST', `/captures/${captureId}/replays`, { reason }));
  const close = () => {
    setAsking(false);
    setOpened(null);
    open.reset();
  };
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
        {t('replay.go')}
      </Button>
      {asking && !opened && (
        <AskReason
          draft={`replay.${captureId}`}
          title={t('replay.go')}
          label={t('replay.why')}
          says={<p className="soft small">{t('replay.says')}</p>}
          busy={open.busy}
          problem={open.problem}
          close={close}
          done={(reason, clear) =>
            void open.goAsync(reason).then(
              (answer) => {
                clear();
                setOpened(answer);
              },
              () => undefined,
            )
          }
        />
      )}
      {opened && (
        <Dialog opened onClose={close} title={t('replay.go')} size="lg">
          <div className="stack">
            <div className="row">
              <Button
                component="a"
                href={`${opened.url}?lang=${language}`}
                target="_blank"
                rel="noopener noreferrer"
                data-autofocus
                onClick={close}
              >
                {t('replay.open')}
              </Button>
            </div>
            <span className="soft small">
              {t('replay.until')} <Moment at={opened.endsAt} clock="true" only="exact" />
            </span>
          </div>
        </Dialog>
      )}
    </>
  );
}
