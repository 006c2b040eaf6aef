import { Checkbox, TextInput } from '@mantine/core';
import { useText } from '../../text/language.js';
import { NO_MEASURE, type MeasureTyped } from './decision-input.js';

interface Shown {
  of: { key: string; kind: 'sanction' | 'remedy' }[];
  value: Record<string, MeasureTyped>;
  put: (next: Record<string, MeasureTyped>) => void;
}

/** What the provision orders beside the fine: within how many days, or why it is left out. */
export function Measures({ of, value, put }: Shown) {
  const { t, word } = useText();
  return (
    <fieldset className="fieldset stack">
      <legend>{t('penalty.measures')}</legend>
      {of.map(({ key, kind }) => {
        const m = value[key] ?? NO_MEASURE;
        const change = (part: Partial<MeasureTyped>) => put({ ...value, [key]: { ...m, ...part } });
        const name = word(kind, key);
        return (
          <div key={key} className="stack" style={{ gap: 4 }}>
            <b>{name}</b>
            <div className="fields">
              {m.leaveOut ? (
                <TextInput
                  label={t('penalty.leftoutwhy')}
                  aria-label={`${t('penalty.leftoutwhy')}: ${name}`}
                  required
                  minLength={3}
                  maxLength={2000}
                  value={m.why}
                  onChange={(e) => change({ why: e.currentTarget.value })}
                />
              ) : (
                <TextInput
                  label={t('penalty.days')}
                  inputMode="numeric"
                  maxLength={4}
                  error={m.days === '' ? t('penalty.daysneeded') : undefined}
                  value={m.days}
                  onChange={(e) => change({ days: e.currentTarget.value.replace(/\D/g, '') })}
                />
              )}
              <Checkbox
                mt={24}
                size="xs"
                label={t('penalty.leaveout')}
                aria-label={`${t('penalty.leaveout')}: ${name}`}
                checked={m.leaveOut}
                onChange={(e) => change({ leaveOut: e.currentTarget.checked })}
              />
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
