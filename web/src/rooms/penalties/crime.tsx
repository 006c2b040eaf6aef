import { Checkbox, Radio } from '@mantine/core';
import { ProseField } from '../../parts/prose-field.js';
import { useText } from '../../text/language.js';
import type { DecisionTyped } from './decision-input.js';
import type { Law } from './types.js';

/** Signs that the file may belong to the police: a person notes them, and decides with a reason. */
export function Crime({ law, value: d, put }: { law: Law; value: DecisionTyped; put: (change: Partial<DecisionTyped>) => void }) {
  const { t, word, language } = useText();
  const asked = d.signs.length > 0 || d.end === 'referral';
  const turn = (key: string) => put({ signs: d.signs.includes(key) ? d.signs.filter((k) => k !== key) : [...d.signs, key] });
  return (
    <fieldset className="fieldset stack">
      <legend>{t('penalty.crime')}</legend>
      <details open={asked}>
        <summary>{t('penalty.signs')}</summary>
        <div className="stack" style={{ gap: 6, paddingTop: 6 }}>
          {law.referralSigns.map((s) => (
            <Checkbox key={s.key} size="xs" label={s.label[language]} checked={d.signs.includes(s.key)} onChange={() => turn(s.key)} />
          ))}
        </div>
      </details>
      {asked && (
        <>
          <Radio.Group
            label={word('penaltyask', 'refer-to-police')}
            value={d.refer}
            onChange={(refer) => put({ refer: refer as DecisionTyped['refer'] })}
          >
            <div className="row" style={{ paddingTop: 4 }}>
              <Radio size="xs" value="yes" label={t('penalty.yes')} />
              <Radio size="xs" value="no" label={t('penalty.no')} />
            </div>
          </Radio.Group>
          {d.refer && (
            <ProseField
              label={t('penalty.referwhy')}
              rows={[2, 6]}
              least={3}
              most={2000}
              value={d.referWhy}
              put={(referWhy) => put({ referWhy })}
            />
          )}
        </>
      )}
    </fieldset>
  );
}
