import { Checkbox, Textarea } from '@mantine/core';
import { useText } from '../../text/language.js';
import type { Law } from './types.js';

interface Shown {
  law: Law;
  value: Record<string, string>;
  put: (next: Record<string, string>) => void;
}

/** Mitigating and aggravating circumstances: each that is accepted, with what shows it. */
export function Circumstances({ law, value, put }: Shown) {
  const { t } = useText();
  return (
    <fieldset className="fieldset stack">
      <legend>{t('penalty.circumstances')}</legend>
      {(['mitigating', 'aggravating'] as const).map((kind) => (
        <details key={kind} open={law.circumstances.some((c) => c.kind === kind && c.key in value)}>
          <summary>{t(`penalty.${kind}`)}</summary>
          <div className="stack" style={{ gap: 6, paddingTop: 6 }}>
            {law.circumstances
              .filter((c) => c.kind === kind)
              .map((c) => (
                <One key={c.key} choice={c} value={value} put={put} />
              ))}
          </div>
        </details>
      ))}
    </fieldset>
  );
}

function One({ choice, value, put }: Omit<Shown, 'law'> & { choice: Law['circumstances'][number] }) {
  const { t, language } = useText();
  const { key, label } = choice;
  const on = key in value;
  const turn = () => {
    const { [key]: _, ...rest } = value;
    put(on ? rest : { ...value, [key]: '' });
  };
  return (
    <div>
      <Checkbox size="xs" label={`${key.split(':')[1]}. ${label[language]}`} checked={on} onChange={turn} />
      {on && (
        <Textarea
          ml={24}
          aria-label={`${t('penalty.shownby')}: ${label[language]}`}
          placeholder={t('penalty.shownby')}
          autosize
          minRows={1}
          maxRows={5}
          minLength={3}
          maxLength={2000}
          required
          value={value[key]}
          onChange={(e) => put({ ...value, [key]: e.currentTarget.value })}
        />
      )}
    </div>
  );
}
