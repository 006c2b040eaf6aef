import { useState } from 'react';
import type { Exhibit } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { More } from '../../parts/more.js';
import { Fault } from '../../parts/parts.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';

type Look = Exhibit['custody'][number];

/** Who looked at an exhibit: the latest looks, and all of them where somebody asks. */
export function Custody({ caseId, exhibit: e }: { caseId: string; exhibit: Exhibit }) {
  const { t, language } = useText();
  const [all, setAll] = useState(false);
  if (e.looks === 0) return <span className="soft">{t('case.nolooks')}</span>;
  const rest = { hasNextPage: e.looks > e.custody.length, isFetchingNextPage: false, fetchNextPage: () => setAll(true) };
  return (
    <details>
      <summary>
        {e.purgedAt ? t('case.looksthenpurged', { n: integer(e.looks - 1, language) }) : t('case.looks', { n: integer(e.looks, language) })}{' '}
        · <Moment at={e.custody[0].at} clock="true" only="relative" />
      </summary>
      {all ? (
        <AllLooks caseId={caseId} exhibitId={e.id} />
      ) : (
        <>
          <Looks of={e.custody} />
          {rest.hasNextPage && <More shown={e.custody.length} total={e.looks} list={rest} />}
        </>
      )}
    </details>
  );
}

/** They may be thousands: they scroll in a place of their own, also by key. */
function AllLooks({ caseId, exhibitId }: { caseId: string; exhibitId: string }) {
  const { t } = useText();
  const list = usePages<Look>(`custody ${exhibitId}`, `/cases/${caseId}/exhibits/${exhibitId}/custody`);
  return (
    <>
      <Fault error={list.error} />
      <div className="inner-list" tabIndex={0} role="group" aria-label={t('case.custody')}>
        <Looks of={list.items} />
      </div>
      {list.hasNextPage && <More shown={list.items.length} list={list} />}
    </>
  );
}

function Looks({ of }: { of: Look[] }) {
  const { t, word } = useText();
  return of.map((look, i) => (
    <div key={i} className="soft">
      {look.by ?? t('desk.house')} · {word('part', look.part)} · <Moment at={look.at} clock="true" only="exact" />
      {look.reason && <div className="prose">{look.reason}</div>}
    </div>
  ));
}
