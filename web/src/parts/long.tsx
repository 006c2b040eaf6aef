import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../text/language.js';

const SHORT = 400;

/** What somebody wrote: of a long text the first lines, until all of it is asked for. */
export function Long({ text }: { text: string }) {
  const { t } = useText();
  const [whole, setWhole] = useState(false);
  if (text.length <= SHORT) return text;
  return (
    <>
      <span className={whole ? undefined : 'folded'}>{text}</span>
      <Button variant="subtle" size="compact-xs" aria-expanded={whole} style={{ display: 'block' }} onClick={() => setWhole(!whole)}>
        {t(whole ? 'desk.less' : 'desk.whole')}
      </Button>
    </>
  );
}
