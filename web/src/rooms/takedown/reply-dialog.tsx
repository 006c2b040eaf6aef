import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { Dialog } from '../../parts/dialog.js';
import { useOfficeNow, useZone } from '../../parts/office-time.js';
import { fieldOf, momentOf } from '../../parts/zone-time.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { PaperChoice, usePaper } from '../penalties/paper-choice.js';
import { useBulk } from './bulk.js';
import { BulkProgress } from './bulk-progress.js';
import type { LinkLine } from './types.js';

const REPLIES = {
  removal: ['removed-claimed', 'refused', 'restricted'],
  withdrawal: ['restoration-claimed', 'restoration-refused', 'restoration-partial'],
} as const;
const KINDS = ['removal', 'withdrawal'] as const;

/** What a platform answered about one link or many: which of them it can be recorded for is counted before. */
export function ReplyDialog({ lines, close }: { lines: LinkLine[]; close: (done: boolean) => void }) {
  const { t, word } = useText();
  const queries = useQueryClient();
  const zone = useZone();
  const now = useOfficeNow();
  const [reply, setReply] = useState('');
  const [at, setAt] = useState('');
  const [text, setText, clear] = useDraft(`reply.${lines.length === 1 ? lines[0].id : 'many'}`, '');
  const caseId = lines.every((l) => l.caseId === lines[0].caseId) ? lines[0].caseId : undefined;
  const paper = usePaper(caseId ?? '', t('takedown.replyof', { reference: lines[0].reference ?? '' }));
  const bulk = useBulk<LinkLine>(
    async (line, key) => {
      const exhibitId = await paper.exhibit(`${key}.paper`);
      const said = {
        ...(text.trim() ? { text: text.trim() } : {}),
        ...(at ? { receivedAt: momentOf(at, zone) } : {}),
        ...(exhibitId ? { exhibitId } : {}),
      };
      await call('POST', `/takedowns/${line.takedownId}/items/${line.id}/reply`, { reply, ...said, version: line.version }, key);
    },
    () => {
      for (const queryKey of [['takedown'], ['takedowns'], ['links'], ['case'], ['counts'], ['work']])
        void queries.invalidateQueries({ queryKey });
    },
  );
  const replies = KINDS.filter((kind) => lines.some((l) => l.kind === kind)).flatMap((kind) => REPLIES[kind]);
  const able = (to: string) => lines.filter((l) => l.next.some((n) => n.act === 'reply' && n.to === to));
  const chosen = reply ? able(reply) : [];
  const skipped = reply ? lines.filter((l) => !chosen.includes(l)) : [];
  const end = () => {
    if (bulk.progress?.failed.length === 0) clear();
    close(bulk.progress !== null);
  };
  return (
    <Dialog
      opened
      onClose={end}
      closeOnClickOutside={!bulk.progress?.running}
      title={t('takedown.replytitle', { n: lines.length })}
      size="lg"
    >
      {bulk.progress ? (
        <BulkProgress bulk={bulk} again={bulk.run} close={end} />
      ) : (
        <form
          className="stack"
          onSubmit={(e) => {
            e.preventDefault();
            bulk.run(chosen);
          }}
        >
          <Radio.Group label={t('takedown.reply')} value={reply} onChange={setReply} required>
            <div className="stack" style={{ gap: 6, marginTop: 4 }}>
              {replies.map((r, i) => (
                <Radio
                  key={r}
                  size="xs"
                  value={r}
                  data-autofocus={i === 0 ? true : undefined}
                  disabled={able(r).length === 0}
                  label={`${word('reply', r)} · ${t(`takedown.means.${r}`)} (${able(r).length})`}
                />
              ))}
            </div>
          </Radio.Group>
          <TextInput
            type="datetime-local"
            label={t('takedown.receivedat')}
            description={t('takedown.receivedhint')}
            max={fieldOf(now, zone)}
            value={at}
            onChange={(e) => setAt(e.currentTarget.value)}
          />
          <Textarea
            label={t('takedown.replytext')}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={10_000}
            value={text}
            onChange={(e) => setText(e.currentTarget.value)}
          />
          {caseId && <PaperChoice of={paper} caseId={caseId} label={t('takedown.paperof')} none={t('takedown.nopaper')} />}
          {reply && (
            <div role="status">
              <b>{t('takedown.willrecord', { n: chosen.length })}</b>
              {skipped.length > 0 && <div className="soft small">{t('takedown.willskip', { n: skipped.length })}</div>}
              <div className="inner-list mono" tabIndex={0} aria-label={t('takedown.items')} style={{ maxHeight: 150 }}>
                {chosen.map((l) => (
                  <div key={l.id} className="cut">
                    {l.url}
                  </div>
                ))}
              </div>
            </div>
          )}
          <div className="row">
            <Button type="submit" disabled={chosen.length === 0}>
              {t('takedown.record')} {chosen.length > 1 && `(${chosen.length})`}
            </Button>
            <Button variant="default" onClick={end}>
              {t('act.cancel')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
