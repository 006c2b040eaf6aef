import { Alert, Badge, Button, Modal, Skeleton, Textarea, Tooltip } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { problemOf, type ProblemBody } from '../api/client.js';
import { useMe } from '../api/queries.js';
import type { NextAct } from '../api/types.js';
import { useText } from '../text/language.js';
import { exact, relative } from '../text/time.js';

export const Loading = () => (
  <div className="pad stack">
    <Skeleton height={18} width="40%" />
    <Skeleton height={60} />
    <Skeleton height={60} />
  </div>
);

/** What went wrong, in the user's language, with the number to quote. */
export function Fault({ error, problem: given }: { error?: unknown; problem?: ProblemBody | null }) {
  const { t, problem } = useText();
  if (!error && !given) return null;
  const p = given ?? problemOf(error);
  return (
    <Alert color="red" role="alert" py={6}>
      {problem(p)}
      {Array.isArray(p.errors) && (
        <div className="small">{(p.errors as { path: string; message: string }[]).map((e) => `${e.path}: ${e.message}`).join('; ')}</div>
      )}
      {p.instance && <div className="small soft">{t('problem.quote', { id: p.instance.slice(0, 8) })}</div>}
    </Alert>
  );
}

/** A moment in the office's zone, with how long ago. */
export function When({ at, only }: { at: string; only?: 'relative' }) {
  const { language } = useText();
  const zone = useMe().data?.timeZone ?? 'UTC';
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  const near = relative(at, now, language);
  return (
    <Tooltip label={exact(at, language, zone)} disabled={only !== 'relative'}>
      <time dateTime={at}>{only === 'relative' ? near : `${exact(at, language, zone)} · ${near}`}</time>
    </Tooltip>
  );
}

const COLOURS: Record<string, string> = {
  confirmed: 'red',
  verifying: 'blue',
  open: 'gray',
  dismissed: 'gray',
  closed: 'gray',
  draft: 'yellow',
  approved: 'blue',
  sending: 'blue',
  sent: 'teal',
  undeliverable: 'red',
  withdrawn: 'gray',
  awaiting: 'yellow',
  'removed-claimed': 'blue',
  refused: 'red',
  restricted: 'orange',
  'verified-removed': 'teal',
  reappeared: 'red',
  gone: 'teal',
  present: 'gray',
  strong: 'red',
  suggest: 'yellow',
  retired: 'gray',
  failed: 'orange',
  blocked: 'orange',
};
export function State({ kind, value }: { kind: string; value: string | null | undefined }) {
  const { word } = useText();
  return value ? (
    <Badge variant="light" color={COLOURS[value] ?? 'gray'}>
      {word(kind, value)}
    </Badge>
  ) : null;
}

/** The API's next steps as buttons; one that is not yet possible says what it lacks. */
export function Steps({ next, act, busy }: { next: NextAct[]; act: (step: NextAct) => void; busy?: boolean }) {
  const { t, word } = useText();
  return (
    <div className="row">
      {next.map((step) => {
        const lacks = [...step.lacks.map((l) => word('lacks', l)), ...(step.ownWork ? [word('lacks', 'own-work')] : [])];
        return (
          <span key={`${step.act} ${step.to ?? ''}`} className="stack" style={{ gap: 2 }}>
            <Button
              disabled={!step.possible || busy}
              variant={step.act === 'dismiss' || step.act === 'withdraw' ? 'default' : 'filled'}
              onClick={() => act(step)}
            >
              {word('act', step.act)}
            </Button>
            {lacks.length > 0 && <span className="soft small">{t('case.lacks', { what: lacks.join(', ') })}</span>}
          </span>
        );
      })}
    </div>
  );
}

/** Asks for a text before an act. */
export function Ask({
  title,
  label,
  opened,
  close,
  done,
  needed = true,
  children,
}: {
  title: string;
  label: string;
  opened: boolean;
  close: () => void;
  done: (text: string) => void;
  needed?: boolean;
  children?: ReactNode;
}) {
  const { t } = useText();
  const [text, setText] = useState('');
  return (
    <Modal opened={opened} onClose={close} title={title} size="lg">
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          done(text.trim());
          setText('');
        }}
      >
        {children}
        <Textarea
          label={label}
          autosize
          minRows={3}
          data-autofocus
          required={needed}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit">{t('act.ok')}</Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
