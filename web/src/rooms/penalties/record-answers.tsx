import { NativeSelect, TextInput } from '@mantine/core';
import { useOfficeNow, useZone } from '../../parts/office-time.js';
import { ProseField } from '../../parts/prose-field.js';
import { fieldOf } from '../../parts/zone-time.js';
import { useText } from '../../text/language.js';
import { ROLES, TOLD, type AnswersTyped, type Told } from './answers-input.js';

interface Shown {
  value: AnswersTyped;
  put: (value: AnswersTyped) => void;
}

/** What the record asks beside the act. What nobody asked stays open, and blank on the paper. */
export function RecordAnswers({ value: a, put }: Shown) {
  const { t } = useText();
  const zone = useZone();
  const now = fieldOf(useOfficeNow(), zone);
  const choice = (none: string, some: string, no: string, yes: string) => [
    { value: '', label: t('penalty.unasked') },
    { value: none, label: no },
    { value: some, label: yes },
  ];
  return (
    <fieldset className="fieldset stack">
      <legend>{t('penalty.answers')}</legend>
      <p className="soft small flat">{t('penalty.answershint')}</p>
      <div className="fields">
        {(['began', 'closed'] as const).map((key) => (
          <TextInput
            key={key}
            type="datetime-local"
            label={t(`penalty.ask.${key}`)}
            max={now}
            value={a[key]}
            onChange={(e) => put({ ...a, [key]: e.currentTarget.value })}
          />
        ))}
        {ROLES.map((role) => (
          <NativeSelect
            key={role}
            label={t(`penalty.ask.present.${role}`)}
            value={a.present[role]}
            onChange={(e) => put({ ...a, present: { ...a.present, [role]: e.currentTarget.value } })}
            data={choice('no', 'yes', t('penalty.no'), t('penalty.yes'))}
          />
        ))}
      </div>
      {TOLD.map((key) => (
        <ToldField key={key} of={key} value={a} put={put} />
      ))}
      <div className="fields">
        <NativeSelect
          label={t('penalty.ask.appear')}
          value={a.appear}
          onChange={(e) => put({ ...a, appear: e.currentTarget.value as AnswersTyped['appear'] })}
          data={choice('none', 'summoned', t('penalty.no'), t('penalty.yes'))}
        />
        {a.appear === 'summoned' && (
          <>
            <TextInput
              type="datetime-local"
              label={t('penalty.appearat')}
              required
              value={a.appearAt}
              onChange={(e) => put({ ...a, appearAt: e.currentTarget.value })}
            />
            <TextInput
              label={t('penalty.appearplace')}
              required
              minLength={2}
              maxLength={300}
              value={a.appearPlace}
              onChange={(e) => put({ ...a, appearPlace: e.currentTarget.value })}
            />
          </>
        )}
      </div>
    </fieldset>
  );
}

/** Not asked, nothing to say, or the words. */
function ToldField({ of, value: a, put }: Shown & { of: Told }) {
  const { t } = useText();
  const { answer, words } = a.told[of];
  const told = (change: Partial<AnswersTyped['told'][Told]>) => put({ ...a, told: { ...a.told, [of]: { answer, words, ...change } } });
  const nothing = t(of === 'preventive' ? 'penalty.none' : 'penalty.silent');
  return (
    <div className="fields">
      <NativeSelect
        label={t(`penalty.ask.${of}`)}
        value={answer}
        onChange={(e) => told({ answer: e.currentTarget.value as typeof answer })}
        data={[
          { value: '', label: t('penalty.unasked') },
          { value: 'none', label: nothing },
          { value: 'words', label: t('penalty.told') },
        ]}
      />
      {answer === 'words' && (
        <ProseField label={t('penalty.words')} rows={[1, 8]} most={10_000} value={words} put={(words) => told({ words })} />
      )}
    </div>
  );
}
