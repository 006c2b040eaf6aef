import { useState } from 'react';
import { lookAtFile } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import type { Exhibit } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { useText } from '../../text/language.js';

/** A scanned paper comes to whoever may read names, or added it, and says why: it names people, and the look is kept. */
export function PaperLink({ caseId, exhibit }: { caseId: string; exhibit: Exhibit }) {
  const { t } = useText();
  const me = useMe().data;
  const [asking, setAsking] = useState(false);
  const look = useAct<string, Blob>((reason) => lookAtFile(`/cases/${caseId}/papers/${exhibit.id}`, reason), {
    done: (file) => {
      setAsking(false);
      keep(file, `${exhibit.id}.${exhibit.mediaType.split('/')[1]}`);
    },
  });
  if (!may(me, 'party.read') && !(exhibit.mine && may(me, 'document.read'))) return null;
  return (
    <div>
      <button
        type="button"
        className="linkish"
        onClick={() => {
          look.reset();
          setAsking(true);
        }}
      >
        {t('case.getpaper')}
      </button>
      {asking && (
        <AskReason
          draft={`paper.${exhibit.id}`}
          title={t('case.getpaper')}
          label={t('case.readpaperwhy')}
          go={t('case.getpaper')}
          busy={look.busy}
          problem={look.problem}
          close={() => setAsking(false)}
          done={(reason, clear) => void look.goAsync(reason).then(clear, () => undefined)}
        />
      )}
    </div>
  );
}

/** Hands a file to the browser's downloads. */
function keep(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
