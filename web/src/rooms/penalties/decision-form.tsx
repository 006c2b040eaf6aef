import { Alert, Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { call } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { Fault, Loading } from '../../parts/parts.js';
import { ProseField } from '../../parts/prose-field.js';
import { Section } from '../../parts/section.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { Amount } from './amount.js';
import { Answers, Ends } from './decision-parts.js';
import { Circumstances } from './circumstances.js';
import { Crime } from './crime.js';
import { bodyOf, EMPTY_DECISION, factsOf, measuresOf, settledOf, typedOf, type DecisionTyped } from './decision-input.js';
import { LawPane } from './law-pane.js';
import { Measures } from './measures.js';
import { Sum } from './sum.js';
import type { Decision, DecisionFull, RecordFull } from './types.js';
import { touched, useLaw, usePreview } from './use-penalty.js';

const TYPED_MS = 250;
interface Shown {
  record: RecordFull;
  /** the decision as it stands; without it a new one is drafted */
  file?: DecisionFull;
  done: (id: string) => void;
}

/** Legal staff draft what is decided on a record: each choice beside the sum that follows from it. */
export function DecisionForm({ record, file, done }: Shown) {
  const { t } = useText();
  const law = useLaw().data;
  const start = file ? typedOf(file.content as Decision) : { ...EMPTY_DECISION, provision: '' };
  const [typed, set, clear] = useDraft<Partial<DecisionTyped>>(file ? `decision.${file.id}` : `decision.new.${record.id}`, {});
  const d = { ...start, ...typed };
  const put = (change: Partial<DecisionTyped>) => set((old) => ({ ...old, ...change }));
  const [facts] = useDebouncedValue(JSON.stringify(factsOf(record, d)), TYPED_MS);
  const preview = usePreview(useMemo(() => JSON.parse(facts) as object, [facts]));
  const settled = settledOf(preview.data);
  const punishes = d.end === 'fine' || d.end === 'warning';
  const save = useAct<void, { id: string }>(
    (_, key) =>
      file
        ? call('PUT', `/penalties/${file.id}`, { ...bodyOf(d, settled), version: file.version }, key)
        : call('POST', '/penalties', { ...bodyOf(d, settled), violationId: record.id }, key),
    {
      refresh: touched(record.caseId),
      done: ({ id }) => {
        clear();
        done(id);
      },
    },
  );
  if (!law) return <Loading />;
  return (
    <form
      className="law-desk"
      onSubmit={(e) => {
        e.preventDefault();
        save.go();
      }}
    >
      <div>
        {file?.state === 'signed' && (
          <Alert color="orange" py={6}>
            {t('penalty.voids')}
          </Alert>
        )}
        <Ends law={law} value={d} put={put} />
        <Crime law={law} value={d} put={put} />
        {punishes && <Circumstances law={law} value={d.circumstances} put={(circumstances) => put({ circumstances })} />}
        {d.end === 'fine' && settled && <Amount of={settled} value={d} put={put} />}
        {measuresOf(d.end, settled).length > 0 && (
          <Measures of={measuresOf(d.end, settled)} value={d.measures} put={(measures) => put({ measures })} />
        )}
        <Answers record={record} value={d} put={put} />
        <fieldset className="fieldset stack">
          <legend>{t('penalty.ground')}</legend>
          <ProseField
            label={t('penalty.groundhint')}
            rows={[3, 14]}
            least={3}
            most={10_000}
            value={d.ground}
            put={(ground) => put({ ground })}
          />
          {d.end === 'fine' && (
            <TextInput
              w={260}
              label={t('penalty.paywithin')}
              description={t('penalty.paywithinhint')}
              inputMode="numeric"
              maxLength={3}
              value={d.payWithin}
              onChange={(e) => put({ payWithin: e.currentTarget.value.replace(/\D/g, '') })}
            />
          )}
        </fieldset>
        <Fault problem={save.problem} />
        <div className="row">
          <Button type="submit" loading={save.busy}>
            {t(file ? 'takedown.save' : 'penalty.savedecision')}
          </Button>
          {Object.keys(typed).length > 0 && (
            <>
              <Button variant="subtle" color="gray" onClick={clear}>
                {t('takedown.discard')}
              </Button>
              <span className="soft small">{t('takedown.kept')}</span>
            </>
          )}
        </div>
      </div>
      <div className="beside">
        {punishes && settled && (
          <Section id="newsum" title={t('penalty.sum')}>
            <div className="card">
              <Sum steps={settled.fine.steps} />
            </div>
          </Section>
        )}
        <LawPane
          preview={preview}
          waits={false}
          provision={d.provision}
          reason={d.provisionWhy}
          choose={(provision) => put(provision ? { provision } : { provision, provisionWhy: '' })}
          say={(provisionWhy) => put({ provisionWhy })}
          confirmations={record.confirmations}
        />
      </div>
    </form>
  );
}
