import { Alert } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { Hash } from '../../parts/hash.js';
import { Moment } from '../../parts/moment.js';
import { SentBack } from '../../parts/sent-back.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { changedSince } from './changed.js';
import { EditTakedown } from './edit.js';
import { Letter } from './letter.js';
import type { TakedownFull } from './types.js';

/** What the request says, who wrote it, and who approved which version. */
export function TakedownContent({ file }: { file: TakedownFull }) {
  const { t, word, language } = useText();
  return (
    <div className="split">
      <div>
        <Section id="letter" title={t('takedown.contents')}>
          <div className="row small" style={{ marginBottom: 6, gap: '2px 16px' }}>
            <span>
              <span className="soft">{t('takedown.recipient')}:</span> {file.content.recipient}
            </span>
            <span>
              <span className="soft">{t('takedown.way')}:</span> {word('way', file.content.way)}
            </span>
            {file.basis && (
              <span>
                <span className="soft">{t('takedown.basis')}:</span> {file.basis.label[language]}
              </span>
            )}
          </div>
          {file.basis?.toBeConfirmed && (
            <Alert color="orange" py={6} mb={6}>
              {t('takedown.confirmbasis')} {file.basis.note?.[language]}
            </Alert>
          )}
          <Letter subject={file.content.subject} body={file.content.body} blanks={file.blanks} />
        </Section>
      </div>
      <div>
        <Versions file={file} />
        {file.next.some((n) => n.act === 'change') && <EditTakedown file={file} />}
      </div>
    </div>
  );
}

function Versions({ file }: { file: TakedownFull }) {
  const { t, language } = useText();
  const since = changedSince(file);
  const label = (name: string) => file.blanks.find((b) => b.name === name)?.label[language] ?? name;
  return (
    <Section id="approvals" title={t('takedown.approvals')}>
      {since && (
        <Alert color="orange" py={6} mb={6} role="status">
          {t('takedown.approveagain', { name: since.approvedBy ?? '' })}{' '}
          {t('takedown.changedparts', {
            parts: [...since.blanks.map(label), ...since.parts.map((p) => t(`takedown.part.${p}`))].join(', '),
          })}
        </Alert>
      )}
      <div className="card lines small">
        {file.contents.map((c) => (
          <div key={c.id}>
            <div className="row">
              <b>{t('takedown.version', { n: c.number })}</b>
              <span className="end">
                <Hash value={c.sha256} />
              </span>
            </div>
            <div className="soft">
              {t('takedown.writtenby', { name: c.writtenBy ?? t('desk.house') })} · <Moment at={c.writtenAt} only="relative" />
            </div>
            {c.approvedAt ? (
              <span className="icon-word good">
                <IconCircleCheck size={14} aria-hidden />
                {t('takedown.approvedby', { name: c.approvedBy ?? '' })} · <Moment at={c.approvedAt} only="relative" />
              </span>
            ) : (
              c === file.contents[0] &&
              !c.returnedAt && (
                <span className="icon-word soft">
                  <IconCircleDashed size={14} aria-hidden />
                  {t('takedown.notapproved')}
                </span>
              )
            )}
            <SentBack of={c} />
          </div>
        ))}
      </div>
    </Section>
  );
}
