import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, get } from '../../api/client.js';
import { useMe } from '../../api/queries.js';
import type { ProposedMerge } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Moment } from '../../parts/moment.js';
import { Fault, Loading } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { MergeSides } from './merge-sides.js';

interface Shown {
  claimId: string;
  text: string;
  what: 'merge' | 'reinstate';
}
/** Merging two claims, or taking them apart, begins with reading both. */
export function MergeDecision({ claimId, text, what }: Shown) {
  const { t, word } = useText();
  const [reading, setReading] = useState(false);
  const title = t(what === 'merge' ? 'merge.read' : 'merge.readundo');
  return (
    <>
      <Button onClick={() => setReading(true)} aria-label={`${title}: ${text}`}>
        {title}
      </Button>
      <Dialog opened={reading} onClose={() => setReading(false)} title={word('act', what)} size="xl">
        <Reading claimId={claimId} close={() => setReading(false)} />
      </Dialog>
    </>
  );
}

function Reading({ claimId, close }: { claimId: string; close: () => void }) {
  const { t, word } = useText();
  const me = useMe().data!;
  const asked = useQuery({
    queryKey: ['claim', 'merge', claimId],
    queryFn: ({ signal }) => get<ProposedMerge>(`/claims/${claimId}/merge`, signal),
  });
  const decide = useAct<boolean>(
    (agreed, key) => call('POST', `/claims/${asked.data!.merge.claimId}/merge/decision`, { mergeId: asked.data!.merge.id, agreed }, key),
    { refresh: [['claims'], ['claim'], ['work'], ['counts']], done: close },
  );
  if (!asked.data) return asked.error ? <Fault error={asked.error} /> : <Loading />;
  const { merge } = asked.data;
  const own = merge.proposedById === me.staffId;
  return (
    <div className="stack">
      <Fault problem={decide.problem} />
      <div className="card wrap">
        <b>{merge.reason}</b>
        <div className="soft small">
          {t('merge.by', { name: merge.proposedBy })} · <Moment at={merge.proposedAt} clock="true" />
        </div>
      </div>
      <MergeSides of={asked.data} what={merge.what} />
      {own && <span className="small">{word('lacks', 'own-work')}</span>}
      <div className="row">
        <Button loading={decide.busy} disabled={own} onClick={() => decide.go(true)}>
          {word('act', merge.what)}
        </Button>
        <Button variant="default" loading={decide.busy} disabled={own} onClick={() => decide.go(false)}>
          {t('merge.decline')}
        </Button>
      </div>
    </div>
  );
}
