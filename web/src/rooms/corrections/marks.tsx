import { Badge } from '@mantine/core';
import { State } from '../../parts/parts.js';
import { SentBackMark } from '../../parts/sent-back.js';
import { useText } from '../../text/language.js';
import type { CorrectionLine } from './use-correction.js';

/** Where a correction stands, and what calls for a person. */
export function Marks({ of: c }: { of: CorrectionLine }) {
  const { t } = useText();
  const mark = (on: boolean, text: string, color: string) =>
    on && (
      <Badge variant="light" color={color}>
        {text}
      </Badge>
    );
  return (
    <span className="row">
      <State kind="correction" value={c.state} />
      {mark(c.state === 'draft' && c.isPublic, t('correction.olderpublic'), 'blue')}
      {mark(c.lookAgain, t('correction.lookagain'), 'orange')}
      {c.returned && c.state === 'draft' && <SentBackMark />}
      {mark(c.withdrawalProposed, t('correction.withdrawalproposed'), 'orange')}
    </span>
  );
}
