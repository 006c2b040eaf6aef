import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconEyeQuestion,
  IconHourglass,
  IconLock,
  IconRotateClockwise2,
  type Icon,
} from '@tabler/icons-react';
import { useText } from '../text/language.js';

const SIGNS: Record<string, [Icon, string]> = {
  awaiting: [IconHourglass, ''],
  'removed-claimed': [IconEyeQuestion, 'soon'],
  refused: [IconCircleX, 'late'],
  restricted: [IconLock, 'soon'],
  'verified-removed': [IconCircleCheck, 'good'],
  reappeared: [IconRotateClockwise2, 'late'],
  withdrawn: [IconArrowBackUp, 'soft'],
  'asked-back': [IconHourglass, ''],
  'restoration-claimed': [IconEyeQuestion, 'soon'],
  'restoration-refused': [IconCircleX, 'late'],
  'restoration-partial': [IconLock, 'soon'],
  restored: [IconCircleCheck, 'good'],
};

/** What became of one link: a sign, a word and a colour, never the colour alone. */
export function ItemState({ value }: { value: string }) {
  const { word } = useText();
  const [Sign, tone] = SIGNS[value] ?? [IconHourglass, ''];
  return (
    <span className={`icon-word ${tone}`}>
      <Sign size={15} aria-hidden />
      {word('item', value)}
    </span>
  );
}
