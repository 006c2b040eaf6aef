import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { dong } from './money.js';
import type { Competence } from './types.js';

/** By which titles it may be signed today, and which of the three tests the others fail. */
export function CompetenceTable({ of }: { of: Competence[] }) {
  const { t, word, language } = useText();
  if (of.length === 0) return null;
  const names = (lacks: string[], test: string) => lacks.map((key) => word(test === 'remedies' ? 'remedy' : 'sanction', key)).join(', ');
  return (
    <Section id="competence" title={t('penalty.competence')}>
      <div className="card lines small">
        {of.map((c) => (
          <div key={c.title}>
            <span className={`icon-word wraps ${c.competent ? 'good' : 'soft'}`}>
              {c.competent ? <IconCircleCheck size={14} aria-hidden /> : <IconCircleX size={14} aria-hidden />}
              <span>
                {c.label[language]} · {t(c.competent ? 'penalty.maysign' : 'penalty.maynotsign')}
              </span>
            </span>
            {c.failed.map((f) => (
              <div key={f.test} style={{ paddingLeft: 19 }}>
                {word('competence', f.test)}:{' '}
                {f.needs !== undefined && f.limit !== undefined
                  ? t('penalty.overlimit', { needs: dong(f.needs, language), limit: dong(f.limit, language) })
                  : names(f.lacks ?? [], f.test)}
              </div>
            ))}
          </div>
        ))}
      </div>
    </Section>
  );
}
