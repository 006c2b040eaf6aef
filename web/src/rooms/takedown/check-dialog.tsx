import { Alert, Button, Checkbox, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, type ProblemBody } from '../../api/client.js';
import type { NextAct } from '../../api/types.js';
import { Dialog } from '../../parts/dialog.js';
import { Hash } from '../../parts/hash.js';
import { Fault } from '../../parts/parts.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { Overtaken } from '../../parts/overtaken.js';
import { Letter } from './letter.js';
import type { Preview, TakedownFull } from './types.js';
import type { Said } from './use-takedown.js';

/** Exactly what will leave, read from the house at this moment, before it is approved or sent. */
export function CheckDialog({
  file,
  next,
  busy,
  problem,
  close,
  done,
}: {
  file: TakedownFull;
  next: NextAct;
  busy: boolean;
  problem: ProblemBody | null;
  close: () => void;
  done: (said: Said, clear: () => void) => void;
}) {
  const { t, word, language } = useText();
  const preview = useQuery({
    queryKey: ['takedown', file.id, 'preview'],
    queryFn: ({ signal }) => get<Preview>(`/takedowns/${file.id}/preview`, signal),
    staleTime: 0,
  });
  const byHand = next.act === 'send-by-hand';
  const [ticked, setTicked] = useState<string[]>([]);
  const [proof, setProof, clear] = useDraft(`proof.${file.id}`, '');
  const p = preview.data;
  const ready = !byHand || (ticked.length === file.checklist.length && proof.trim().length >= 3);
  const changed = problem?.code === 'content-changed' || problem?.code === 'stale';
  return (
    <Dialog opened onClose={close} title={`${word('act', next.act)}: ${file.reference}`} size={860}>
      <Fault error={preview.error} />
      {p && (
        <form
          className="stack"
          onSubmit={(e) => {
            e.preventDefault();
            done({ contentHash: p.contentHash, checklist: ticked, proof: proof.trim() }, clear);
          }}
        >
          <div className="row" style={{ alignItems: 'baseline', gap: '2px 18px' }}>
            <span>
              <span className="soft">{t('takedown.recipient')}</span> <b>{p.recipient}</b>
            </span>
            <span>
              <span className="soft">{t('takedown.way')}</span> <b>{word('way', p.way)}</b>
            </span>
            <span>
              <b>{t('takedown.nlinks', { n: p.items.length })}</b>
            </span>
            <span className="row" style={{ gap: 4 }}>
              <span className="soft">{t('takedown.hash')}</span> <Hash value={p.contentHash} />
            </span>
          </div>
          {file.basis?.toBeConfirmed && (
            <Alert color="orange" py={6}>
              {t('takedown.confirmbasis')} {file.basis.note?.[language]}
            </Alert>
          )}
          <Overtaken claims={file.overtaken} says={t('over.draft')} />
          <Letter subject={p.subject} body={p.body} blanks={file.blanks} />
          {byHand && (
            <fieldset className="card stack">
              <legend className="small soft">{t('takedown.checklist')}</legend>
              {file.checklist.map((c) => (
                <Checkbox
                  key={c.key}
                  size="xs"
                  label={c[language]}
                  checked={ticked.includes(c.key)}
                  onChange={() => setTicked((all) => (all.includes(c.key) ? all.filter((k) => k !== c.key) : [...all, c.key]))}
                />
              ))}
              <Textarea
                label={t('takedown.proof')}
                description={t('takedown.proofhint')}
                autosize
                required
                minLength={3}
                maxLength={4000}
                value={proof}
                onChange={(e) => setProof(e.currentTarget.value)}
              />
            </fieldset>
          )}
          <p className="soft small" style={{ margin: 0 }}>
            {t(next.act === 'approve' ? 'takedown.approvehint' : byHand ? 'takedown.handhint' : 'takedown.sendhint')}
          </p>
          {changed ? (
            <Alert color="orange" role="alert" py={6}>
              {t('takedown.changedmeanwhile')}{' '}
              <Button
                variant="default"
                onClick={() => {
                  void preview.refetch();
                }}
              >
                {t('takedown.readagain')}
              </Button>
            </Alert>
          ) : (
            <Fault problem={problem} />
          )}
          <div className="row">
            <Button type="submit" data-autofocus loading={busy} disabled={!ready}>
              {word('act', next.act)}
            </Button>
            <Button variant="default" onClick={close}>
              {t('act.cancel')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
