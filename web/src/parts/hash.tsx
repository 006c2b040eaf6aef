import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useText } from '../text/language.js';

/** A SHA-256: its beginning to the eye, the whole to the clipboard. */
export function Hash({ value, long }: { value: string; long?: boolean }) {
  const { t } = useText();
  return (
    <span className="row" style={{ gap: 2, flexWrap: 'nowrap', display: 'inline-flex' }}>
      <span className="mono soft" title={value}>
        {long ? value : value.slice(0, 12)}
      </span>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? 'desk.copied' : 'desk.copyhash')}>
            <ActionIcon size="xs" variant="subtle" color="gray" aria-label={`${t('desk.copyhash')} ${value.slice(0, 12)}`} onClick={copy}>
              {copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}
