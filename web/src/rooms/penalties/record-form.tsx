import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { call } from '../../api/client.js';
import type { CaseFull } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Fault, Loading } from '../../parts/parts.js';
import { useZone } from '../../parts/office-time.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { useAccused } from '../case/use-case.js';
import { ExhibitChoice } from './exhibit-choice.js';
import { LawPane } from './law-pane.js';
import { PapersFields, type Papers } from './papers.js';
import { RecordAnswers } from './record-answers.js';
import { RecordAct, RecordTime } from './record-act.js';
import { bodyOf, EMPTY_RECORD, factsOf, typedOf, type RecordTyped } from './record-input.js';
import type { RecordFull } from './types.js';
import { touched, useLaw, usePreview } from './use-penalty.js';

const TYPED_MS = 250;
interface Shown {
  file: CaseFull;
  /** the record as it stands; without it a new one is written */
  record?: RecordFull;
  done: (id: string) => void;
}

/** Writes a violation record: whom it is about, the act, its time and proof, beside what the law says of it. */
export function RecordForm({ file, record, done }: Shown) {
  const { t } = useText();
  const law = useLaw().data;
  const zone = useZone();
  const accused = useAccused(file);
  const start: RecordTyped = record
    ? typedOf(record.content, zone)
    : { ...EMPTY_RECORD, partyId: accused[0]?.id ?? '', exhibits: file.exhibits.map((e) => e.id) };
  const [typed, set, clear] = useDraft<Partial<RecordTyped>>(record ? `record.${record.id}` : `record.new.${file.id}`, {});
  const [papers, setPapers] = useState<Papers>({});
  const r = { ...start, ...typed };
  const put = (change: Partial<RecordTyped>) => set((old) => ({ ...old, ...change }));
  const party = accused.find((p) => p.id === r.partyId);
  const kind = party?.kind === 'organisation' ? 'organisation' : 'individual';
  const [facts] = useDebouncedValue(factsOf(r, kind), TYPED_MS);
  const preview = usePreview(facts);
  const save = useAct<void, { id: string }>(
    (_, key) => {
      const body = { ...bodyOf(r, kind, zone), ...(Object.keys(papers).length > 0 ? { identity: papers } : {}) };
      return record
        ? call('PUT', `/violations/${record.id}`, { ...body, version: record.version }, key)
        : call('POST', '/violations', { ...body, caseId: file.id, partyId: r.partyId }, key);
    },
    {
      refresh: touched(file.id),
      done: ({ id }) => {
        clear();
        setPapers({});
        done(id);
      },
    },
  );
  if (!law) return <Loading />;
  if (accused.length === 0)
    return (
      <p>
        {t('penalty.noaccused')}{' '}
        <Link className="plain" to={`/cases/${file.id}#parties`}>
          {t('desk.goto')}
        </Link>
      </p>
    );
  const changed = Object.keys(typed).length + Object.keys(papers).length > 0;
  return (
    <form
      className="law-desk"
      onSubmit={(e) => {
        e.preventDefault();
        save.go();
      }}
    >
      <div>
        <fieldset className="fieldset fields">
          <legend>{t('penalty.who')}</legend>
          <NativeSelect
            label={t('penalty.party')}
            disabled={record !== undefined}
            value={r.partyId}
            onChange={(e) => put({ partyId: e.currentTarget.value, age: '' })}
            data={accused.map((p, i) => ({
              value: p.id,
              label: `${t(p.kind === 'organisation' ? 'case.organisation' : 'case.person')} ${i + 1}: ${p.name}`,
            }))}
          />
          {kind === 'individual' && (
            <TextInput
              label={t('penalty.age')}
              description={t('penalty.agehint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              inputMode="numeric"
              maxLength={3}
              value={r.age}
              onChange={(e) => put({ age: e.currentTarget.value.replace(/\D/g, '') })}
            />
          )}
        </fieldset>
        <RecordAct value={r} put={put} law={law} />
        <RecordTime value={r} put={put} postedOn={record?.shown.postedOn ?? null} />
        <RecordAnswers value={r.answers} put={(answers) => put({ answers })} />
        <ExhibitChoice file={file} value={r.exhibits} put={(exhibits) => put({ exhibits })} />
        <PapersFields kind={kind} value={papers} put={setPapers} kept={record?.content.subject.identity != null} />
        <Fault problem={save.problem} />
        <div className="row">
          <Button type="submit" loading={save.busy} disabled={r.types.length === 0 || (record !== undefined && !changed && !stale(record))}>
            {t(record ? 'takedown.save' : 'penalty.saverecord')}
          </Button>
          {changed && (
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                clear();
                setPapers({});
              }}
            >
              {t('takedown.discard')}
            </Button>
          )}
          <span className="soft small">{t(record ? 'penalty.savevoids' : 'penalty.savehint')}</span>
        </div>
      </div>
      <div className="beside">
        <LawPane
          preview={preview}
          waits={factsOf(r, kind) === null}
          provision={r.provision}
          reason={r.provisionWhy}
          choose={(provision) => put(provision ? { provision } : { provision, provisionWhy: '' })}
          say={(provisionWhy) => put({ provisionWhy })}
          confirmations={record?.confirmations}
        />
      </div>
    </form>
  );
}

/** By the law of another day the terms would be others: saving writes them anew. */
const stale = (record: RecordFull): boolean => record.next.some((n) => n.act === 'draw' && n.lacks.includes('terms-current'));
