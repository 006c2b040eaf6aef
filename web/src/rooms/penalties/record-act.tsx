import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { ProseField } from '../../parts/prose-field.js';
import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';
import { DayField } from './day-field.js';
import type { RecordTyped } from './record-input.js';
import type { Law } from './types.js';

interface Shown {
  value: RecordTyped;
  put: (change: Partial<RecordTyped>) => void;
  law: Law;
}

/** The act: of which kind, where, what happened. */
export function RecordAct({ value: r, put, law }: Shown) {
  const { t, word, language } = useText();
  const turn = (key: string) => put({ types: r.types.includes(key) ? r.types.filter((k) => k !== key) : [...r.types, key], provision: '' });
  return (
    <fieldset className="fieldset stack">
      <legend>{t('penalty.theact')}</legend>
      <div className="stack" role="group" aria-label={t('penalty.acttype')} style={{ gap: 6 }}>
        <span className="small">{t('penalty.acttype')}</span>
        {law.actTypes.map((a) => (
          <Checkbox key={a.key} size="xs" label={a.label[language]} checked={r.types.includes(a.key)} onChange={() => turn(a.key)} />
        ))}
      </div>
      <div className="fields">
        <NativeSelect
          label={t('penalty.where')}
          value={r.where}
          onChange={(e) => put({ where: e.currentTarget.value, provision: '' })}
          data={law.places.map((p) => ({ value: p, label: word('place', p) }))}
        />
        <TextInput
          label={t('penalty.recordplace')}
          required
          minLength={2}
          maxLength={300}
          value={r.place}
          onChange={(e) => put({ place: e.currentTarget.value })}
        />
      </div>
      <ProseField label={t('penalty.facts')} rows={[3, 12]} least={3} most={10_000} value={r.facts} put={(facts) => put({ facts })} />
      <NativeSelect
        label={t('penalty.ask.stop')}
        value={r.stopDemanded}
        onChange={(e) => put({ stopDemanded: e.currentTarget.value as RecordTyped['stopDemanded'] })}
        data={[
          { value: '', label: t('penalty.unasked') },
          { value: 'no', label: t('penalty.no') },
          { value: 'yes', label: t('penalty.yes') },
        ]}
      />
      {r.stopDemanded === 'no' && (
        <ProseField
          label={t('penalty.stopwhynot')}
          rows={[1, 6]}
          most={2000}
          value={r.stopReason}
          put={(stopReason) => put({ stopReason })}
        />
      )}
    </fieldset>
  );
}

/** When it was, and whether it had ended: what a person answers, with the reason. */
export function RecordTime({ value: r, put, postedOn }: Omit<Shown, 'law'> & { postedOn: string | null }) {
  const { t, word, language } = useText();
  return (
    <fieldset className="fieldset stack">
      <legend>{t('penalty.time')}</legend>
      <div className="fields">
        <DayField label={t('penalty.started')} required orMonth value={r.started} put={(started) => put({ started })} />
        <DayField label={t('penalty.discovered')} orMonth value={r.discovered} put={(discovered) => put({ discovered })} />
      </div>
      {postedOn && !postedOn.startsWith(r.started) && (
        <Textarea
          label={t('penalty.startedwhy', { day: calendarDay(postedOn, language) })}
          autosize
          minRows={1}
          maxRows={6}
          minLength={3}
          maxLength={2000}
          value={r.startedWhy}
          onChange={(e) => put({ startedWhy: e.currentTarget.value })}
        />
      )}
      <Radio.Group
        label={word('penaltyask', 'ended-or-ongoing')}
        value={r.answer}
        onChange={(answer) => put({ answer: answer as RecordTyped['answer'] })}
      >
        <div className="stack" style={{ gap: 6, paddingTop: 4 }}>
          {(['ended', 'ongoing'] as const).map((a) => (
            <Radio key={a} size="xs" value={a} label={word('reading', a)} />
          ))}
        </div>
      </Radio.Group>
      {r.answer && (
        <div className="fields">
          {r.answer === 'ended' && <DayField label={t('penalty.ended')} orMonth value={r.ended} put={(ended) => put({ ended })} />}
          <ProseField
            label={t('penalty.answerwhy')}
            rows={[1, 6]}
            least={3}
            most={2000}
            value={r.answerWhy}
            put={(answerWhy) => put({ answerWhy })}
          />
        </div>
      )}
      <details className="small">
        <summary>{t('penalty.limitationfacts')}</summary>
        <div className="stack" style={{ paddingTop: 6 }}>
          <Checkbox
            size="xs"
            label={t('penalty.returned')}
            checked={r.returnedByPolice}
            onChange={(e) => put({ returnedByPolice: e.currentTarget.checked })}
          />
          <DayField label={t('penalty.evasion')} value={r.evasionEnded} put={(evasionEnded) => put({ evasionEnded })} />
        </div>
      </details>
    </fieldset>
  );
}
