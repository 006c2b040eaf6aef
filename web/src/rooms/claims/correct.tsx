import { Button } from '@mantine/core';
import { Link, useNavigate } from 'react-router-dom';
import { call } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';

/** From a claim to its public correction: the one that there is, else a new draft. */
export function Correct({ claimId }: { claimId: string }) {
  const { t } = useText();
  const go = useNavigate();
  const me = useMe().data!;
  const open = (id: unknown) => void go(`/corrections/${String(id)}`);
  const draft = useAct<void, { id: string }>((_, key) => call('POST', '/corrections', { claimId }, key), {
    refresh: [['corrections'], ['work'], ['counts']],
    done: ({ id }) => open(id),
    failed: (problem) => {
      if (problem.code === 'correction-exists') open(problem.correctionId);
    },
  });
  if (!may(me, 'correction.draft'))
    return may(me, 'correction.read') ? (
      <Link className="plain small" to={`/corrections?claimId=${claimId}`}>
        {t('nav.corrections')}
      </Link>
    ) : null;
  return (
    <>
      <Fault problem={draft.problem?.code === 'correction-exists' ? null : draft.problem} />
      <Button variant="default" loading={draft.busy} onClick={() => draft.go()}>
        {t('correction.make')}
      </Button>
    </>
  );
}
