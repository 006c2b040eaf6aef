import { Button } from '@mantine/core';
import type { NextAct } from '../api/types.js';
import { useText } from '../text/language.js';

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
