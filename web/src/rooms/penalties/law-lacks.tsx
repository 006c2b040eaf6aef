import { IconHelpCircle, IconLock } from '@tabler/icons-react';
import { useText } from '../../text/language.js';
import type { Preview } from './types.js';

/** What the law still asks, and what it forbids, as lines of a list. */
export function LawLacks({ asks, blocks }: Pick<Preview, 'asks' | 'blocks'>) {
  const { word } = useText();
  return (
    <>
      {asks.map((a) => (
        <li key={a.ask} className="soon">
          <IconHelpCircle size={14} aria-hidden />
          {word('penaltyask', a.ask)}
        </li>
      ))}
      {blocks.map((b) => (
        <li key={b.block} className="late">
          <IconLock size={14} aria-hidden />
          {word('penaltyblock', b.block)}
        </li>
      ))}
    </>
  );
}
