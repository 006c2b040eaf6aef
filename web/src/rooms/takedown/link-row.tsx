import { ActionIcon, Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router-dom';
import { ItemState } from '../../parts/item-state.js';
import { Due } from '../../parts/due.js';
import { Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { SeenAsMember } from '../../parts/signed-in.js';
import { useText } from '../../text/language.js';
import type { LinkLine } from './types.js';

interface Row {
  line: LinkLine;
  withRequest?: boolean;
  /** whether it is selected, and how that is changed; without, nothing can be selected */
  selected?: boolean;
  select?: (on: boolean) => void;
  opened?: boolean;
  open?: () => void;
  keys: (e: KeyboardEvent<HTMLTableRowElement>) => void;
}

/** One link that was asked for: how it stands, what was last seen, and its clocks. */
export function LinkRow({ line, withRequest, selected, select, opened, open, keys }: Row) {
  const { t, word } = useText();
  return (
    <tr data-line tabIndex={0} className={selected ? 'on' : undefined} onKeyDown={keys}>
      {select && (
        <td className="tight">
          <Checkbox
            size="xs"
            aria-label={`${t('desk.select')} ${line.url}`}
            checked={Boolean(selected)}
            onChange={(e) => select(e.currentTarget.checked)}
          />
        </td>
      )}
      <td className="tight">
        <ItemState value={line.state} />
      </td>
      <td className="url">
        <div className="mono two" title={line.url}>
          {line.url}
        </div>
        {withRequest && (
          <div className="small soft cut">
            <Link className="plain" to={`/takedowns/${line.takedownId}?open=${line.id}`}>
              {line.reference}
            </Link>{' '}
            · {word('platform', line.platform)}
          </div>
        )}
      </td>
      <td className="tight small" data-label={t('takedown.seen')}>
        {line.lastSeen ? (
          <span className="row" style={{ gap: 6, flexWrap: 'nowrap' }}>
            <State kind="observation" value={line.lastSeen.observation} />
            <span className="soft">
              <Moment at={line.lastSeen.at} only="relative" />
            </span>
          </span>
        ) : (
          <span className="soft">–</span>
        )}
        <SeenAsMember seen={line.seenSignedIn} />
      </td>
      <td className="tight small soft" data-label={t('takedown.nextlook')}>
        {line.nextLook ? <Moment at={line.nextLook} only="relative" /> : '–'}
      </td>
      <td className="tight small">
        {line.verifiedAt && line.state === 'verified-removed' ? (
          <span className="good">
            {t('takedown.provedat')} <Moment at={line.verifiedAt} only="exact" />
          </span>
        ) : (
          <Due short at={line.dueAt} since={line.askedAt} done={!['awaiting', 'reappeared', 'asked-back'].includes(line.state)} />
        )}
      </td>
      {open && (
        <td className="tight">
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={`${t('desk.details')} ${line.url}`}
            aria-expanded={opened}
            onClick={open}
          >
            {opened ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}
          </ActionIcon>
        </td>
      )}
    </tr>
  );
}
