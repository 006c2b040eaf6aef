import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { look } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import type { components } from '../../api/schema.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { useText } from '../../text/language.js';
import { Facts } from './facts.js';

export type People = components['schemas']['PeopleOfViolation'];

function useLook(violationId: string, caseId: string) {
  const [people, setPeople] = useState<People | null>(null);
  const asked = useAct<string, People>((reason) => look(`/violations/${violationId}/people`, reason), {
    refresh: [['case', caseId]],
    done: setPeople,
  });
  return { people, asked };
}

/** Who the people of a record are: masked until somebody says why they need to know; the look is kept. */
export function usePeople(violationId: string, caseId: string) {
  const { t } = useText();
  const me = useMe().data;
  const { people, asked } = useLook(violationId, caseId);
  const [asking, setAsking] = useState(false);
  const button = !people && may(me, 'party.read') && (
    <>
      <Button
        variant="default"
        leftSection={<IconEye size={14} />}
        onClick={() => {
          asked.reset();
          setAsking(true);
        }}
      >
        {t('penalty.showpeople')}
      </Button>
      {asking && (
        <AskReason
          draft={`people.${violationId}`}
          title={t('penalty.showpeople')}
          label={t('case.unmaskwhy')}
          go={t('case.unmask')}
          busy={asked.busy}
          problem={asked.problem}
          close={() => setAsking(false)}
          done={(reason, clear) => void asked.goAsync(reason).then(clear, () => undefined)}
        />
      )}
    </>
  );
  return { people, button };
}

/** Whom somebody is about to sign against: read as the dialog opens, for that reason, which is kept like any other; null where it may not be read, or not yet. */
export function useSubject({ violationId, caseId }: { violationId: string; caseId: string }, shown: string | null, reason: string | null) {
  const me = useMe().data;
  const { people, asked } = useLook(violationId, caseId);
  const name = shown ?? people?.accused ?? null;
  const reads = name === null && reason !== null && may(me, 'party.read');
  useEffect(() => {
    if (reads) asked.go(reason);
  }, [reads, reason]);
  return { name, waits: reads, problem: asked.problem, again: () => asked.go(reason!) };
}

/** A name, masked until it is asked for. */
export function NameShown({ of: name }: { of: string | null }) {
  const { t } = useText();
  return name ? <b>{name}</b> : <span aria-label={t('case.masked')}>••••••</span>;
}

/** What papers say of the accused, once they are shown. */
export function PapersShown({ people }: { people: People }) {
  const { t, maybe } = useText();
  const details = Object.entries(people.details ?? {});
  return details.length === 0 ? (
    <span className="soft small">{t('penalty.nopapers')}</span>
  ) : (
    <Facts of={details.map(([name, text]) => [maybe(`penalty.paper.${name}`) ?? name, text])} />
  );
}
