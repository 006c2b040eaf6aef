import { Popover } from '@mantine/core';
import type { Factor, TriageLine } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';

interface Shown {
  line: Pick<TriageLine, 'priority' | 'factors'>;
  opened: boolean;
  toggle: () => void;
  /** the row of the open post keeps its place in the page, so that the focus stays on the number */
  current: boolean;
}

/** How urgent a post is; asked, it says why, factor by factor. */
export function Priority({ line, opened, toggle, current }: Shown) {
  const { t } = useText();
  const number = (
    <button
      className="prio"
      tabIndex={current ? 0 : -1}
      aria-expanded={opened}
      aria-label={t('triage.prio', { n: line.priority })}
      title={t('triage.why')}
      onClick={toggle}
    >
      {line.priority}
    </button>
  );
  if (!opened && !current) return number;
  return (
    <Popover opened={opened} onChange={toggle} position="right-start" withArrow shadow="md" trapFocus={false} width={290}>
      <Popover.Target>{number}</Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('triage.why')}>
        <Factors priority={line.priority} factors={line.factors} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Factors({ priority, factors }: { priority: number; factors: Factor[] }) {
  const { t, word, language } = useText();
  const value = ({ name, value: v }: Factor): string => {
    if (name === 'match') return `${v} %`;
    if (name === 'repetition') return integer(Number(v), language);
    return name === 'unread' ? '' : word(name, String(v));
  };
  return (
    <table className="factors small">
      <tbody>
        {factors.map((f) => (
          <tr key={f.name}>
            <td>{f.label?.[language] ?? f.name}</td>
            <td>{value(f)}</td>
            <td>{`${f.points < 0 ? '−' : '+'}${Math.abs(f.points)}`}</td>
          </tr>
        ))}
        <tr>
          <td colSpan={2}>{t('triage.sum')}</td>
          <td>{priority}</td>
        </tr>
      </tbody>
    </table>
  );
}
