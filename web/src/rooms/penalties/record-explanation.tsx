import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { Older } from '../../parts/older.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { DayText, DueDay } from './day.js';
import { folded } from './said.js';
import type { RecordFull } from './types.js';

/** Whether the accused may explain, until when, and what they did with it. */
export function RecordExplanation({ file }: { file: RecordFull }) {
  const { t, word } = useText();
  const { right, windows: w, explanations, content } = file;
  const may = content.explanation?.right ?? false;
  const over = file.penalties.some((p) => p.state !== 'draft' && p.state !== 'cancelled');
  return (
    <Section id="explanation" title={t('penalty.explanation')} n={explanations.length + file.older.explanations || undefined}>
      <div className="card stack">
        <span>
          {content.explanation ? t(may ? 'penalty.mayexplain' : 'penalty.maynotexplain') : t('penalty.rightopen')}{' '}
          {right ? (
            <span className="icon-word good small wraps">
              <IconCircleCheck size={14} aria-hidden />
              {t('penalty.rightconfirmed', { name: right.by })}
            </span>
          ) : (
            file.state === 'drawn' && (
              <span className="icon-word soft small wraps">
                <IconCircleDashed size={14} aria-hidden />
                {t('penalty.rightwaits')}
              </span>
            )
          )}
        </span>
        {w?.explainUntil && (
          <span>
            <span className="soft">{t('penalty.explainuntil')}</span> <DueDay day={w.explainUntil} done={w.explained} />
          </span>
        )}
        {w?.hearingUntil && !w.explained && (
          <span>
            <span className="soft">{t('penalty.hearinguntil')}</span> <DueDay day={w.hearingUntil} />
          </span>
        )}
        {w?.decideUntil && (
          <span>
            <span className="soft">{t('penalty.decideuntil')}</span> <DueDay day={w.decideUntil} done={over} />
          </span>
        )}
        {explanations.map((e) => (
          <div key={e.id} className="stack" style={{ gap: 0 }}>
            <span>
              <b>{word('explanation', e.kind)}</b> · <DayText day={e.on} /> <span className="soft small">{e.recordedBy}</span>
            </span>
            {e.says && <div className="wrap">{folded(e.says, true)}</div>}
            {e.exhibitId && (
              <span className="small">
                {t('penalty.paperof')}:{' '}
                <Link className="plain" to={`/cases/${file.caseId}#exhibits`}>
                  {t('penalty.inthecase')}
                </Link>
              </span>
            )}
          </div>
        ))}
        <Older n={file.older.explanations} />
        {explanations.length === 0 && may && <span className="soft small">{t('penalty.noexplanation')}</span>}
      </div>
    </Section>
  );
}
