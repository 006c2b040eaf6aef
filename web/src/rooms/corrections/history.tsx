import { Hash } from '../../parts/hash.js';
import { Moment } from '../../parts/moment.js';
import { Older } from '../../parts/older.js';
import { SentBack } from '../../parts/sent-back.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import type { CorrectionFull } from './use-correction.js';

/** Who wrote, approved or sent back each version, and who wanted it withdrawn. */
export function CorrectionHistory({ file }: { file: CorrectionFull }) {
  const { t } = useText();
  const by = (label: string, name: string | null, at: string | null) =>
    at && (
      <span>
        <span className="soft">{label}</span> {name ?? '–'} · <Moment at={at} only="relative" />
      </span>
    );
  return (
    <Section id="versions" title={t('correction.versions')} n={file.versions.length + file.older.versions}>
      <div className="stack">
        {file.versions.map((v) => (
          <div key={v.number} className="card row small">
            <b>{t('correction.version', { n: v.number })}</b>
            <span className="grow cut">{v.content.vi.title || t('correction.untitled')}</span>
            {by(t('correction.written'), v.writtenBy, v.writtenAt)}
            {by(t('correction.approved'), v.approvedBy, v.approvedAt)}
            <Hash value={v.sha256} />
            <SentBack of={v} />
          </div>
        ))}
        <Older n={file.older.versions} />
        {file.withdrawals.map((w) => (
          <div key={w.proposedAt} className="card row small">
            <b>{t(w.agreed ? 'correction.withdrawn' : w.agreed === null ? 'correction.withdrawalproposed' : 'correction.declined')}</b>
            <span className="grow wrap">“{w.reason}”</span>
            {by(t('correction.proposed'), w.proposedBy, w.proposedAt)}
            {by(t('correction.decided'), w.decidedBy, w.decidedAt)}
          </div>
        ))}
        <Older n={file.older.withdrawals} />
      </div>
    </Section>
  );
}
