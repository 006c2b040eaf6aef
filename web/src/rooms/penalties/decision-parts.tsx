import { Radio, Textarea } from '@mantine/core';
import { useText } from '../../text/language.js';
import type { DecisionTyped } from './decision-input.js';
import type { Law, RecordFull } from './types.js';

interface Part {
  value: DecisionTyped;
  put: (change: Partial<DecisionTyped>) => void;
}
/** How it ends. */
export function Ends({ law, value: d, put }: Part & { law: Law }) {
  const { t, word } = useText();
  return (
    <fieldset className="fieldset stack">
      <legend>{t('penalty.end')}</legend>
      <Radio.Group aria-label={t('penalty.end')} value={d.end} onChange={(end) => put({ end: end as DecisionTyped['end'] })}>
        <div className="stack" style={{ gap: 6 }}>
          {law.ends.map((e) => (
            <Radio key={e} size="xs" value={e} label={word('penaltyend', e)} />
          ))}
        </div>
      </Radio.Group>
    </fieldset>
  );
}

/** Each explanation must be answered. */
export function Answers({ record, value: d, put }: Part & { record: RecordFull }) {
  const { t, word } = useText();
  const given = record.explanations.filter((e) => e.kind === 'written' || e.kind === 'heard');
  if (given.length === 0) return null;
  return (
    <fieldset className="fieldset stack">
      <legend>{t('penalty.answerseach')}</legend>
      {given.map((e) => (
        <div key={e.id} className="stack" style={{ gap: 4 }}>
          <span className="small">
            <b>{word('explanation', e.kind)}</b> <span className="wrap">“{e.says}”</span>
          </span>
          <Textarea
            label={t('penalty.answer')}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={10_000}
            value={d.answers[e.id] ?? ''}
            onChange={(v) => put({ answers: { ...d.answers, [e.id]: v.currentTarget.value } })}
          />
        </div>
      ))}
    </fieldset>
  );
}
