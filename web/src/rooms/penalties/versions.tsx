import { Hash } from '../../parts/hash.js';
import { Moment } from '../../parts/moment.js';
import { Older } from '../../parts/older.js';
import { SentBack, type Returned } from '../../parts/sent-back.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';

interface Version extends Partial<Returned> {
  number: number;
  sha256: string;
  writtenBy: string | null;
  writtenAt: string;
  signedBy?: string | null;
  signedAt?: string | null;
}

/** Who wrote each version, and who signed or sent back which. */
export function Versions({ of, older }: { of: Version[]; older: number }) {
  const { t } = useText();
  return (
    <Section id="versions" title={t('penalty.versions')} n={of.length + older}>
      <div className="card lines small">
        {of.map((v) => (
          <div key={v.number}>
            <div className="row">
              <b>{t('takedown.version', { n: v.number })}</b>
              <span className="end">
                <Hash value={v.sha256} />
              </span>
            </div>
            <div className="soft">
              {t('takedown.writtenby', { name: v.writtenBy ?? t('desk.house') })} · <Moment at={v.writtenAt} only="exact" />
            </div>
            {v.signedAt && (
              <div>
                {t('penalty.signedby', { name: v.signedBy ?? '–' })} · <Moment at={v.signedAt} only="exact" />
              </div>
            )}
            <SentBack of={v} />
          </div>
        ))}
        <Older n={older} />
      </div>
    </Section>
  );
}
