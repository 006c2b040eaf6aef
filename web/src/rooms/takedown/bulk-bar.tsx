import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { Dialog } from '../../parts/dialog.js';
import { csv, save } from '../../parts/csv.js';
import { useText } from '../../text/language.js';
import { useBulk } from './bulk.js';
import { BulkProgress } from './bulk-progress.js';
import { ReplyDialog } from './reply-dialog.js';
import type { LinkLine } from './types.js';
import { useLinkColumns } from './use-link-columns.js';

/** What can be done with the links that are selected. */
export function BulkBar({ lines, clear }: { lines: LinkLine[]; clear: () => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const columns = useLinkColumns();
  const [replying, setReplying] = useState(false);
  const look = useBulk<LinkLine>(
    (line, key) => call('POST', `/takedowns/${line.takedownId}/items/${line.id}/look`, {}, key),
    () => {
      for (const queryKey of [['takedown'], ['links']]) void queries.invalidateQueries({ queryKey });
    },
  );
  if (lines.length === 0) return null;
  const lookable = lines.filter((l) => l.next.some((n) => n.act === 'look'));
  return (
    <div className="bulk" role="region" aria-label={t('desk.selected', { n: lines.length })}>
      <b>{t('desk.selected', { n: lines.length })}</b>
      <Button onClick={() => setReplying(true)} disabled={!lines.some((l) => l.next.some((n) => n.act === 'reply'))}>
        {t('takedown.record')}
      </Button>
      <Button variant="default" disabled={lookable.length === 0} onClick={() => look.run(lookable)}>
        {t('takedown.look')} ({lookable.length})
      </Button>
      <Button variant="default" onClick={() => save('links.csv', csv(columns, lines))}>
        {t('desk.exportselected')}
      </Button>
      <Button className="end" variant="subtle" color="gray" onClick={clear}>
        {t('desk.unselect')}
      </Button>
      {replying && (
        <ReplyDialog
          lines={lines}
          close={(done) => {
            setReplying(false);
            if (done) clear();
          }}
        />
      )}
      <Dialog opened={look.progress !== null} onClose={look.clear} title={t('takedown.look')}>
        {look.progress && <BulkProgress bulk={look} again={look.run} close={look.clear} />}
      </Dialog>
    </div>
  );
}
