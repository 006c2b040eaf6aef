import { Button } from '@mantine/core';
import { useText } from '../text/language.js';

/** The end of a form whose text is kept while it is typed: save it as a new version, or throw away what was typed. */
export function SaveDraft({ typed, able = typed, busy, discard }: { typed: boolean; able?: boolean; busy: boolean; discard: () => void }) {
  const { t } = useText();
  return (
    <div className="row">
      <Button type="submit" variant="default" disabled={!able} loading={busy}>
        {t('takedown.save')}
      </Button>
      {typed && (
        <>
          <Button variant="subtle" color="gray" onClick={discard}>
            {t('takedown.discard')}
          </Button>
          <span className="soft small">{t('takedown.kept')}</span>
        </>
      )}
    </div>
  );
}
