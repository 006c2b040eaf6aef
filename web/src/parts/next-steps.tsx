import { Button } from '@mantine/core';
import { IconCircleDashed } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import type { NextAct } from '../api/types.js';
import { useText } from '../text/language.js';

const QUIET = new Set([
  'dismiss',
  'withdraw',
  'decline-fall',
  'propose-fall',
  'decline-reopening',
  'propose-reopening',
  'close',
  'reopen',
  'note-bounce',
  'return',
  'propose-withdrawal',
  'decline-withdrawal',
  'cancel',
  'void-signature',
  'note-service-failure',
  'draft-annulment',
  'record-explanation',
  'record-complaint',
  'refuse-complaint',
  'withdraw-complaint',
]);
/** Where something that is missing is seen to; a place on this page begins with #. */
export type Places = Partial<Record<string, string>>;

/** The API's next steps; one that is not possible yet lists what it lacks, each with the way to where that is done. */
export function NextSteps<A extends NextAct>({
  next,
  act,
  busy,
  places,
}: {
  next: A[];
  act: (step: A) => void;
  busy?: boolean;
  places: Places;
}) {
  const { t, word } = useText();
  const missing = next.filter((step) => !step.possible);
  return (
    <div className="stack">
      <div className="row">
        {next.map((step) => (
          <Button
            key={`${step.act} ${step.to ?? ''}`}
            disabled={!step.possible}
            loading={busy && step.possible}
            variant={QUIET.has(step.act) ? 'default' : 'filled'}
            onClick={() => act(step)}
          >
            {word('act', step.act)}
          </Button>
        ))}
      </div>
      {missing.map((step) => (
        <div key={step.act} className="small">
          <div className="soft">{t('desk.before', { act: word('act', step.act) })}</div>
          <Lacks of={[...step.lacks, ...(step.ownWork ? ['own-work'] : [])]} places={places} />
        </div>
      ))}
    </div>
  );
}

/** What is missing, each with the way to where that is done. */
export function Lacks({ of, places }: { of: string[]; places: Places }) {
  const { word } = useText();
  return (
    <ul className="lacks">
      {of.map((lack) => (
        <li key={lack}>
          <IconCircleDashed size={12} aria-hidden />
          <span>{word('lacks', lack)}</span>
          <Place to={places[lack]} />
        </li>
      ))}
    </ul>
  );
}

function Place({ to }: { to?: string }) {
  const { t } = useText();
  if (!to) return null;
  const label = t('desk.goto');
  return to.startsWith('#') ? (
    <a className="plain" href={to}>
      {label}
    </a>
  ) : (
    <Link className="plain" to={to}>
      {label}
    </Link>
  );
}
