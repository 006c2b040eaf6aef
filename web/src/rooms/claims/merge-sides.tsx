import type { MergePreview } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { ClaimContent } from './claim-content.js';
import './claims.css';

/** Two claims side by side, and what the one that stays would say. */
export function MergeSides({ of, what }: { of: MergePreview; what: 'merge' | 'reinstate' }) {
  const { t } = useText();
  const side = (title: string, claim: MergePreview['claim']) => (
    <section className="card stack" aria-label={title}>
      <h3 className="flat">{title}</h3>
      <ClaimContent claim={claim} />
    </section>
  );
  return (
    <div className="stack">
      <div className="sides">
        {side(t(what === 'merge' ? 'merge.goes' : 'merge.returns'), of.claim)}
        {side(t('merge.stays'), of.into)}
      </div>
      {what === 'merge' && of.differs.length > 0 && (
        <div className="card warn small">{t('merge.differs', { what: of.differs.map((d) => t(`merge.differs.${d}`)).join(', ') })}</div>
      )}
      <section className="card next stack" aria-label={t('merge.after')}>
        <h3 className="flat">{t('merge.after')}</h3>
        <ClaimContent claim={of.content} />
      </section>
      <p className="flat soft">{t(what === 'merge' ? 'merge.hint' : 'merge.undohint')}</p>
    </div>
  );
}
