import { Button } from '@mantine/core';
import { useText } from '../../text/language.js';

interface Shown {
  source: string | null;
  seen: boolean;
  turn: () => void;
}

/** The picture of the post: veiled until asked for, so that nothing shocks by surprise. */
export function Picture({ source, seen, turn }: Shown) {
  const { t } = useText();
  if (!source) return <div className="soft small">{t('triage.nopicture')}</div>;
  return (
    <>
      <div className={seen ? 'picture' : 'picture veiled'} tabIndex={seen ? 0 : undefined} role="group" aria-label={t('triage.picture')}>
        <img src={source} alt={t('triage.picture')} />
        {!seen && (
          <div className="cover">
            <Button variant="default" onClick={turn}>
              {t('triage.reveal')}
            </Button>
          </div>
        )}
      </div>
      {seen && (
        <div>
          <Button variant="default" onClick={turn}>
            {t('triage.hide')}
          </Button>
        </div>
      )}
    </>
  );
}
