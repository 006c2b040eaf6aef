import { Button, FileInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get } from '../../api/client.js';
import { sendFile, type Left } from '../../api/send-file.js';
import type { CaseFull, FileKinds } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Fault } from '../../parts/parts.js';
import { ProseField } from '../../parts/prose-field.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { bytes } from '../../text/time.js';
import { touched } from './use-case.js';

/** A file that somebody gave the office, such as a film from a phone, becomes an exhibit, with where it came from. */
export function AddFile({ file }: { file: CaseFull }) {
  const { t } = useText();
  const [opened, setOpened] = useState(false);
  // once all is sent it can no longer be stopped
  const [held, hold] = useState(false);
  // they are forgotten also where the dialog is gone at once
  const words = { why: useDraft(`file.why.${file.id}`, ''), origin: useDraft(`file.origin.${file.id}`, '') };
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('file.add')}
      </Button>
      <Dialog
        opened={opened}
        onClose={() => !held && setOpened(false)}
        withCloseButton={!held}
        title={t('file.add')}
        size="lg"
        closeOnClickOutside={false}
      >
        <Add caseId={file.id} words={words} hold={hold} close={() => setOpened(false)} />
      </Dialog>
    </>
  );
}

type Words = Record<'why' | 'origin', ReturnType<typeof useDraft<string>>>;

function Add({ caseId, words, hold, close }: { caseId: string; words: Words; hold: (looking: boolean) => void; close: () => void }) {
  const { t, language } = useText();
  const kinds = useQuery({ queryKey: ['file-kinds'], queryFn: ({ signal }) => get<FileKinds>('/file-kinds', signal) });
  const [chosen, choose] = useState<File | null>(null);
  const [why, setWhy, clearWhy] = words.why;
  const [origin, setOrigin, clearOrigin] = words.origin;
  const [left, setLeft] = useState<Left | null>(null);
  const [sending] = useState<{ stop?: AbortController }>({});
  useEffect(() => () => sending.stop?.abort(), [sending]); // whoever closes the dialog sends no further
  const send = useAct<File>(
    (file, key) => {
      sending.stop = new AbortController();
      return sendFile(`/cases/${caseId}/files`, formOf(file, why, origin), key, { signal: sending.stop.signal, left: setLeft });
    },
    {
      refresh: touched(caseId),
      done: () => {
        clearWhy();
        clearOrigin();
        // the list may fold before it
        notifications.show({ message: t('file.added') });
        close();
      },
    },
  );
  const looking = send.busy && left !== null && left.now >= left.all;
  useEffect(() => {
    hold(looking);
    return () => hold(false);
  }, [looking, hold]);
  const most = kinds.data?.bytes ?? Infinity;
  const tooLarge = chosen !== null && chosen.size > most;
  const stopped = sending.stop?.signal.aborted === true;
  return (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault();
        setLeft(null);
        if (chosen && !tooLarge) send.go(chosen);
      }}
    >
      <Fault error={kinds.error} />
      <DropZone take={choose} disabled={send.busy}>
        <FileInput
          required
          data-autofocus
          disabled={send.busy}
          label={t('file.file')}
          placeholder={t('file.choose')}
          description={
            kinds.data &&
            t('file.kinds', { kinds: kinds.data.kinds.map(({ label }) => label[language]).join('; '), most: bytes(most, language) })
          }
          error={tooLarge && t('file.toolarge', { size: bytes(chosen.size, language), most: bytes(most, language) })}
          value={chosen}
          onChange={choose}
        />
      </DropZone>
      <ProseField
        label={t('file.origin')}
        description={t('file.originhint')}
        rows={[2, 8]}
        least={10}
        most={2000}
        value={origin}
        put={setOrigin}
        locked={send.busy}
      />
      <ProseField label={t('file.why')} rows={[2, 8]} least={3} most={2000} value={why} put={setWhy} locked={send.busy} />
      <div role="status" className="small">
        {send.busy && <Progress left={left} />}
      </div>
      {!stopped && <Fault problem={send.problem} />}
      <div className="row">
        <Button type="submit" loading={send.busy} disabled={!chosen || tooLarge}>
          {t('file.add')}
        </Button>
        {send.busy && !looking && (
          <Button variant="default" onClick={() => sending.stop?.abort()}>
            {t('file.stop')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The words go before the file, so that it is refused before it is sent where they are wrong. */
function formOf(file: File, why: string, origin: string): FormData {
  const form = new FormData();
  form.set('why', why.trim());
  form.set('origin', origin.trim());
  form.set('file', file);
  return form;
}

function DropZone({ take, disabled, children }: { take: (file: File) => void; disabled: boolean; children: React.ReactNode }) {
  const { t } = useText();
  const [over, setOver] = useState(false);
  return (
    <div
      className="drop-zone"
      data-over={over || undefined}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        const [file] = e.dataTransfer.files;
        if (file && !disabled) take(file);
      }}
    >
      {children}
      <span className="soft small">{t('file.drop')}</span>
    </div>
  );
}

function Progress({ left }: { left: Left | null }) {
  const { t, language } = useText();
  if (!left) return t('file.begins');
  if (left.now >= left.all) return t('file.looking');
  return (
    <>
      <progress value={left.now} max={left.all} /> {t('file.left', { now: bytes(left.now, language), all: bytes(left.all, language) })}
    </>
  );
}
