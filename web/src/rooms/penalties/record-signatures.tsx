import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Moment } from '../../parts/moment.js';
import { Older } from '../../parts/older.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import type { People } from './people.js';
import type { RecordFull } from './types.js';

type Details = People['present'][number]['details'];
const Said = ({ details = {} }: { details?: Details }) => {
  const words = Object.values(details).filter(Boolean).join(', ');
  return words && <span className="small">{words}</span>;
};

/** Who was present, and whether they signed the newest version. */
export function RecordSignatures({ file, people }: { file: RecordFull; people: People | null }) {
  const { t, word } = useText();
  return (
    <Section id="signatures" title={t('penalty.signatures')} n={file.signatures.length + file.older.signatures}>
      {file.signatures.length === 0 ? (
        <p className="soft small flat">{t('penalty.nosignatures')}</p>
      ) : (
        <div className="card lines">
          {file.signatures.map((s) => (
            <div key={s.id} className="stack" style={{ gap: 0 }}>
              <span className="row">
                <b>{word('signing', s.role)}</b>
                <span className="grow">
                  {people?.present.find((p) => p.id === s.id)?.name ?? <span aria-label={t('case.masked')}>{s.name}</span>}
                </span>
                <span className={`icon-word ${s.signed ? 'good' : 'soon'}`}>
                  {s.signed ? <IconCircleCheck size={14} aria-hidden /> : <IconCircleX size={14} aria-hidden />}
                  {t(s.signed ? 'penalty.signed' : 'penalty.notsigned')}
                </span>
              </span>
              {people && <Said details={people.present.find((p) => p.id === s.id)?.details} />}
              <span className="soft small">
                {s.reason && `“${s.reason}” · `}
                <Moment at={s.recordedAt} only="exact" />
              </span>
            </div>
          ))}
          <Older n={file.older.signatures} />
        </div>
      )}
    </Section>
  );
}
