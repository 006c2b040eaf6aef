import { IconAlertTriangle } from '@tabler/icons-react';
import type { CaseFull } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { More } from '../../parts/more.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { usePart } from './use-part.js';

/** Proposals that the case falls, with what a second person decided. */
export function CaseFalls({ file }: { file: CaseFull }) {
  const { t } = useText();
  const list = usePart(file, 'falls');
  if (list.total === 0) return null;
  return (
    <Section id="fall" title={t('case.falls')}>
      <div className="card lines">
        {list.items.map((f) => (
          <div key={f.id}>
            <div className="wrap">
              {!f.decision && <IconAlertTriangle size={14} className="late" aria-hidden />}{' '}
              <b>{t(f.what === 'fall' ? 'case.whatfall' : 'case.whatreopening')}</b> {f.reason}
            </div>
            <div className="soft small">
              {t('case.fallby', { name: f.proposedBy })} · <Moment at={f.proposedAt} only="relative" />
            </div>
            <div className="small">
              {f.decision ? (
                <>
                  <b>
                    {t(f.decision === 'declined' ? 'case.falldeclined' : f.what === 'fall' ? 'case.fallapproved' : 'case.reopenapproved', {
                      name: f.decidedBy ?? '',
                    })}
                  </b>{' '}
                  {f.decisionReason}
                </>
              ) : (
                <b>{t(f.what === 'fall' ? 'case.fallwaits' : 'case.reopenwaits')}</b>
              )}
            </div>
          </div>
        ))}
        {list.hasNextPage && <More shown={list.items.length} total={list.total} list={list} />}
      </div>
    </Section>
  );
}
