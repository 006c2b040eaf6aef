import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../text/language.js';

const SHORT = 400;

interface Shown {
  text: string;
  /** how many letters are shown as they are; fewer where the column is narrow */
  short?: number;
  quoted?: boolean;
}

/** What somebody wrote: of a long text the first lines, until all of it is asked for. */
export function Long({ text, short = SHORT, quoted = false }: Shown) {
  const { t } = useText();
  const [whole, setWhole] = useState(false);
  const said = quoted ? <q>{text}</q> : text;
  if (text.length <= short) return said;
  return (
    <>
      <span className={whole ? 'unfolded' : 'folded'}>{said}</span>
      <Button variant="subtle" size="compact-xs" px={0} aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {t(whole ? 'desk.less' : 'desk.whole')}
      </Button>
    </>
  );
}
