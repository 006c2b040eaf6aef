import { Badge } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ProblemBody } from '../api/client.js';
import { useText } from '../text/language.js';
import { AskReason } from './ask-reason.js';
import { Moment } from './moment.js';

export interface Returned {
  returnedBy: string | null;
  returnedAt: string | null;
  returnReason: string | null;
}

/** Who sent a version back, when, and what is to be changed; `clock`: its moments are of the true clock. */
export function SentBack({ of, clock }: { of: Partial<Returned>; clock?: 'true' }) {
  const { t } = useText();
  if (!of.returnedAt) return null;
  return (
    <span className="icon-word wraps" style={{ alignItems: 'start' }}>
      <IconArrowBackUp size={14} aria-hidden style={{ marginTop: 3 }} />
      <span>
        <b>{t('desk.sentbackby', { name: of.returnedBy ?? '–' })}</b> · <Moment at={of.returnedAt} clock={clock} only="relative" />:{' '}
        <span className="wrap">“{of.returnReason}”</span>
      </span>
    </span>
  );
}

export function SentBackMark() {
  const { t } = useText();
  return (
    <Badge variant="light" color="orange">
      {t('desk.sentback')}
    </Badge>
  );
}

interface Asked {
  /** names the draft that is sent back, so that what was typed is found again */
  draft: string;
  name: string;
  busy: boolean;
  problem: ProblemBody | null;
  close: () => void;
  done: (reason: string, clear: () => void) => void;
}

/** What a second person writes to the author of a draft instead of approving it. */
export function SendBack({ draft, name, ...rest }: Asked) {
  const { t, word } = useText();
  const act = word('act', 'return');
  return (
    <AskReason
      draft={`${draft}.return`}
      title={`${act}: ${name}`}
      label={t('desk.sendbackwhy')}
      says={<p className="soft flat">{t('desk.sendbackhint')}</p>}
      go={act}
      {...rest}
    />
  );
}
