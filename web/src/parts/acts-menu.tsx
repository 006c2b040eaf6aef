import { Popover } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { Link } from 'react-router-dom';

export interface MenuAct {
  says: string;
  /** where it leads, or what it does */
  to?: string;
  act?: () => void;
  disabled?: boolean;
  danger?: boolean;
}
interface Shown {
  target: (open: { onClick: () => void; 'aria-haspopup': 'menu' }) => ReactElement;
  acts: MenuAct[];
  title?: string;
}
const STEPS: Record<string, (at: number, of: number) => number> = {
  ArrowDown: (at, of) => (at + 1) % of,
  ArrowUp: (at, of) => (at - 1 + of) % of,
  Home: () => 0,
  End: (_, of) => of - 1,
};

/** Arrow keys go from act to act, round the ends. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const acts = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)')];
  const next = STEPS[event.key]?.(acts.indexOf(document.activeElement as HTMLElement), acts.length);
  if (next === undefined) return;
  event.preventDefault();
  acts[next]?.focus();
}

/** A button that opens a few acts. */
export function ActsMenu({ target, acts, title }: Shown) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" withRoles={false} trapFocus returnFocus>
      <Popover.Target>{target({ onClick: () => setOpened(!opened), 'aria-haspopup': 'menu' })}</Popover.Target>
      <Popover.Dropdown p={4} role="menu" className="acts-menu" onKeyDown={step}>
        {title && <div className="soft small">{title}</div>}
        {acts.map(({ says, to, act, disabled, danger }) => {
          const all = { role: 'menuitem', className: danger ? 'danger' : undefined };
          const go = () => (setOpened(false), act?.());
          return to ? (
            <Link key={says} {...all} to={to} onClick={go}>
              {says}
            </Link>
          ) : (
            <button key={says} {...all} type="button" disabled={disabled} onClick={go}>
              {says}
            </button>
          );
        })}
      </Popover.Dropdown>
    </Popover>
  );
}
