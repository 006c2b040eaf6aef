import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useText } from '../text/language.js';
import { integer } from '../text/time.js';

/** The first of a list that came whole, and the rest where somebody asks for it. */
export function FirstFew({ lines, first = 3 }: { lines: ReactNode[]; first?: number }) {
  const { t, language } = useText();
  const [all, setAll] = useState(false);
  return (
    <>
      {all ? lines : lines.slice(0, first)}
      {lines.length > first && (
        <div>
          <Button variant="subtle" size="compact-xs" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('desk.less') : t('desk.older', { n: integer(lines.length - first, language) })}
          </Button>
        </div>
      )}
    </>
  );
}
