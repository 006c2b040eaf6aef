import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { CaseFull, FreeCapture } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { More } from '../../parts/more.js';
import { useZone } from '../../parts/office-time.js';
import { Fault } from '../../parts/parts.js';
import { ProseField } from '../../parts/prose-field.js';
import { useSeenHow } from '../../parts/seen-how.js';
import { useDraft } from '../../parts/use-draft.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { exact } from '../../text/time.js';
import { post, touched } from './use-case.js';

/** Another capture of the case's posts becomes an exhibit, with why. */
export function AttachExhibit({ file }: { file: CaseFull }) {
  const { t } = useText();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('case.attach')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('case.attach')} size="lg">
        <Attach file={file} close={() => setOpened(false)} />
      </Dialog>
    </>
  );
}

function Attach({ file, close }: { file: CaseFull; close: () => void }) {
  const { t, word, language } = useText();
  const seenHow = useSeenHow();
  const zone = useZone();
  const list = usePages<FreeCapture>(['case', file.id, 'captures'], `/cases/${file.id}/captures`);
  const free = list.items;
  const [chosen, setChosen] = useState('');
  const [why, setWhy, clear] = useDraft(`exhibit.${file.id}`, '');
  const evidenceId = chosen || free[0]?.evidenceId;
  const attach = useAct<void>((_, key) => post(file.id, '/exhibits', { evidenceId, why: why.trim() }, key), {
    refresh: touched(file.id),
    done: () => {
      clear();
      close();
    },
  });
  if (list.error) return <Fault error={list.error} />;
  if (list.isPending) return <p className="soft">{t('list.loading')}</p>;
  if (free.length === 0) return <p className="soft">{t('case.noattach')}</p>;
  return (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault();
        attach.go();
      }}
    >
      <NativeSelect
        label={t('triage.captures')}
        value={evidenceId ?? ''}
        onChange={(e) => setChosen(e.currentTarget.value)}
        data={free.map((c) => ({
          value: c.evidenceId,
          label: `${exact(c.endedAt ?? c.orderedAt, language, zone)} · ${word('outcome', c.outcome)} · ${[...seenHow(c), c.url].join(' · ')}`,
        }))}
      />
      {list.hasNextPage && <More shown={free.length} list={list} />}
      <ProseField first label={t('case.whyattach')} rows={[2]} least={3} most={2000} value={why} put={setWhy} />
      <Fault problem={attach.problem} />
      <div>
        <Button type="submit" loading={attach.busy}>
          {t('case.attach')}
        </Button>
      </div>
    </form>
  );
}
