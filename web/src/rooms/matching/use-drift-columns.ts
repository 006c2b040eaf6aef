import type { DriftColumn, Share } from '../../api/types.js';
import type { Column } from '../../parts/csv.js';
import { useText } from '../../text/language.js';
import { calendarDay, integer } from '../../text/time.js';
import { percent, range, score } from './shares.js';

const STANCES = ['spread', 'denial', 'question', 'unrelated', 'unclear'] as const;

/** The figures of a day, week or month in words: of the table, and of the file that is exported. */
export function useDriftColumns(by: 'day' | 'week' | 'month'): Column<DriftColumn>[] {
  const { t, word, language } = useText();
  const share = (of: Share | null) => of && percent(of.share, language);
  const sure = (of: Share | null) => of && `${percent(of.share, language)} (${t('matching.range', range(of, language))}; n = ${of.of})`;
  return [
    [t(`drift.column.${by}`), (c) => calendarDay(c.from, language)],
    [t('drift.posts'), (c) => integer(c.posts, language)],
    [t('drift.suggested'), (c) => share(c.suggested)],
    [t('drift.strong'), (c) => share(c.strong)],
    [t('drift.psi'), (c) => c.psi && score(Number(c.psi.index.toFixed(3)), language)],
    [t('drift.chance'), (c) => c.psi && score(Number(c.psi.chance.toFixed(3)), language)],
    [t('drift.precision'), (c) => sure(c.precision)],
    [t('drift.strongprecision'), (c) => sure(c.strongPrecision)],
    [t('drift.missed'), (c) => sure(c.missed)],
    ...STANCES.map((s): Column<DriftColumn> => [word('stance', s), (c) => share(c.stance[s])]),
    [t('drift.vietnamese'), (c) => share(c.vietnamese)],
    [t('drift.letters'), (c) => c.letters && integer(c.letters, language)],
    [t('drift.unknown'), (c) => (c.unknownWords === null ? null : percent(c.unknownWords, language))],
  ];
}
