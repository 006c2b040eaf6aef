import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import type { Row } from './copies.js';

interface Shown {
  copies: NonNullable<Row['copies']>;
  unfolded: boolean;
  current: boolean;
  toggle: () => void;
}

/** Shows the other copies below the first, or hides them. */
export function CopiesToggle({ copies, unfolded, current, toggle }: Shown) {
  const { t, language } = useText();
  const said = t(unfolded ? 'triage.fold' : 'triage.unfold', {
    n: integer(copies.others, language),
    reports: integer(copies.reports, language),
  });
  const Icon = unfolded ? IconChevronDown : IconChevronRight;
  return (
    <button className="unfold" tabIndex={current ? 0 : -1} aria-expanded={unfolded} aria-label={said} title={said} onClick={toggle}>
      <Icon size={16} aria-hidden />
    </button>
  );
}

/** By what copies are alike: “ · chữ, ảnh”. */
export function copyKinds({ copies }: Row, word: (kind: string, id: string) => string): string {
  const kinds = copies?.kinds.map((kind) => word('copy', kind)) ?? [];
  return kinds.length > 0 ? ` · ${kinds.join(', ')}` : '';
}
