import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';

/** A number that opens the list of what it counts. */
export function Figure({ n, name, page, says }: { n: number; name: string; page: string; says?: string }) {
  const { t, language } = useText();
  const shown = says ?? integer(n, language);
  return (
    <Link className="plain" to={page} aria-label={t('overview.opens', { name, n: shown })}>
      {shown}
    </Link>
  );
}

/** By how much it grew or fell; in percent only where the numbers are not small. */
export function Difference({ n, percent, says }: { n: number; percent: number | null; says?: string }) {
  const { language } = useText();
  const Sign = n > 0 ? IconArrowUpRight : n < 0 ? IconArrowDownRight : IconMinus;
  const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${integer(Math.abs(value), language)}`;
  return (
    <span className="icon-word">
      <Sign size={13} aria-hidden />
      {says ?? signed(n)}
      {percent !== null && <span className="soft">({signed(percent)} %)</span>}
    </span>
  );
}
