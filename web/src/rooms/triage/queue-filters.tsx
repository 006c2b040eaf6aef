import { ActionIcon, Button, Indicator, NativeSelect, Popover, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useGlossary } from '../../api/queries.js';
import { desk } from '../../parts/desk.js';
import { leaveDatesAlone } from '../../parts/leave-dates-alone.js';
import { useKeys } from '../../parts/use-keys.js';
import { useText } from '../../text/language.js';
import { useQueueFilter, type FilterName } from './queue-filter.js';

const TYPED_MS = 300;
const QueueExport = desk(() => import('./queue-export.js'));

/** Narrows and orders the queue. */
export function QueueFilters() {
  const { t, word } = useText();
  const { filter, set, clear, narrowed } = useQueueFilter();
  const [opened, setOpened] = useState(false);
  const words = useGlossary().data;
  const platforms = Object.keys(words?.platform ?? {});
  const topics = Object.keys(words?.topic ?? {});
  const later = useDebouncedCallback((q: string) => set('q', q.trim()), TYPED_MS);
  useKeys({ f: () => setOpened(true) });
  const select = (name: FilterName, label: string, data: { value: string; label: string }[]) => (
    <NativeSelect label={label} value={filter[name] ?? ''} onChange={(e) => set(name, e.currentTarget.value)} data={data} />
  );
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus width={260}>
      <Indicator disabled={narrowed.length === 0} label={narrowed.length} size={15} offset={3}>
        <Popover.Target>
          <ActionIcon
            variant={narrowed.length > 0 ? 'light' : 'subtle'}
            color={narrowed.length > 0 ? 'blue' : 'gray'}
            aria-label={t('triage.filter')}
            title={t('triage.filter')}
            onClick={() => setOpened((o) => !o)}
          >
            <IconFilter size={16} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown className="stack" aria-label={t('triage.filter')} onKeyDown={leaveDatesAlone}>
        <TextInput label={t('triage.filter.q')} defaultValue={filter.q} data-autofocus onChange={(e) => later(e.currentTarget.value)} />
        {select('platform', t('triage.filter.platform'), [
          { value: '', label: t('list.all') },
          ...platforms.map((p) => ({ value: p, label: word('platform', p) })),
        ])}
        {select('topic', t('triage.filter.topic'), [
          { value: '', label: t('list.all') },
          ...topics.map((topic) => ({ value: topic, label: word('topic', topic) })),
        ])}
        {select('claim', t('triage.filter.claim'), [
          { value: '', label: t('list.all') },
          { value: 'with', label: t('triage.filter.with') },
          { value: 'without', label: t('triage.filter.without') },
        ])}
        <TextInput
          type="date"
          label={t('triage.filter.since')}
          value={filter.since ?? ''}
          onChange={(e) => set('since', e.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('triage.filter.until')}
          value={filter.until ?? ''}
          onChange={(e) => set('until', e.currentTarget.value)}
        />
        {!filter.state &&
          select('sort', t('triage.filter.sort'), [
            { value: '', label: t('triage.sort.priority') },
            { value: 'newest', label: t('triage.sort.newest') },
            { value: 'oldest', label: t('triage.sort.oldest') },
          ])}
        {!filter.state &&
          select('copies', t('triage.filter.copies'), [
            { value: '', label: t('triage.copies.together') },
            { value: 'apart', label: t('triage.copies.apart') },
          ])}
        <Suspense>
          <QueueExport filter={filter} />
        </Suspense>
        <div className="row">
          <Button onClick={() => setOpened(false)}>{t('act.close')}</Button>
          <Button
            variant="default"
            disabled={narrowed.length === 0}
            onClick={() => {
              clear();
              setOpened(false);
            }}
          >
            {t('triage.filter.clear')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
