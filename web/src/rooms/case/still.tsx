import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Exhibit } from '../../api/types.js';
import { Long } from '../../parts/long.js';
import { Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { Picture, sentAt, stillAt } from '../triage/picture.js';

/** What an exhibit shows of a post: when it was captured and how that ended, a still of it, and what it said then. */
export function Still({ caseId, exhibit: e, mayLook }: { caseId: string; exhibit: Exhibit; mayLook: boolean }) {
  const { t } = useText();
  const queries = useQueryClient();
  const [seen, setSeen] = useState(false);
  return (
    <div className="stack">
      {e.capturedAt && (
        <div className="row small">
          <span className="soft">{t('case.captured')}</span> <Moment at={e.capturedAt} clock="true" />
          <State kind="outcome" value={e.outcome} />
        </div>
      )}
      <div className={mayLook ? 'still' : undefined} data-seen={seen}>
        {mayLook && (
          <div className="stack">
            <Picture
              late
              source={pictureOf(e)}
              seen={seen}
              turn={() => setSeen(!seen)}
              came={() => void queries.invalidateQueries({ queryKey: ['case', caseId] })}
            />
          </div>
        )}
        <div className="wrap" role="group" aria-label={t('case.saidthen')}>
          {e.text ? <Long text={e.text} /> : <span className="soft small">{t('triage.notext')}</span>}
        </div>
      </div>
    </div>
  );
}

/** Papers are no pictures to look at in passing: they are read for a reason. */
export const showsPost = (e: Exhibit): boolean => e.captureId !== null || e.addressId !== null;

function pictureOf({ captureId, picturePart, addressId, mediaType }: Exhibit): string | null {
  if (captureId) return picturePart && stillAt(captureId, picturePart);
  return addressId && mediaType.startsWith('image/') ? sentAt(addressId) : null;
}
