import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useText } from '../../text/language.js';
import type { Source } from './use-correction.js';

const MOST = 20;

/** Who says what is true: at least one source, each with its title and its link. */
export function EditSources({ value, put }: { value: Source[]; put: (next: Source[]) => void }) {
  const { t } = useText();
  const change = (i: number, part: Partial<Source>) => put(value.map((s, at) => (at === i ? { ...s, ...part } : s)));
  return (
    <fieldset className="stack" style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="small">{t('correction.sources')}</legend>
      {value.map((source, i) => (
        <div key={i} className="row source">
          <TextInput
            className="grow"
            aria-label={`${t('claim.source')} ${i + 1}`}
            placeholder={t('claim.source')}
            required
            maxLength={300}
            value={source.title}
            onChange={(e) => change(i, { title: e.currentTarget.value })}
          />
          <TextInput
            className="grow"
            type="url"
            aria-label={`${t('claim.url')} ${i + 1}`}
            placeholder="https://"
            required
            maxLength={2000}
            value={source.url}
            onChange={(e) => change(i, { url: e.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('correction.dropsource')} ${i + 1}`}
            onClick={() => put(value.filter((_, at) => at !== i))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </div>
      ))}
      {value.length === 0 && <span className="small late">{t('correction.nosource')}</span>}
      {value.length < MOST && (
        <span>
          <Button className="quiet" variant="subtle" size="compact-xs" onClick={() => put([...value, { title: '', url: '' }])}>
            {t('correction.addsource')}
          </Button>
        </span>
      )}
    </fieldset>
  );
}
