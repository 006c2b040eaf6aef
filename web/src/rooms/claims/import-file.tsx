import { Alert, Button, FileInput, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { call, type ProblemBody } from '../../api/client.js';
import { useGlossary } from '../../api/queries.js';
import type { ImportDone, ImportPreview } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { ImportLines, isDraft } from './import-lines.js';

export interface Told {
  topic: string;
  harm: string;
  licence: string;
}
export const UNTOLD: Told = { topic: 'khac', harm: 'medium', licence: '' };

/** What is said of claims that do not say it themselves. */
export function ToldOfAll({ told, tell, file = true }: { told: Told; tell: (told: Told) => void; file?: boolean }) {
  const { t, word } = useText();
  const topics = Object.keys(useGlossary().data?.topic ?? {});
  const put = (name: keyof Told) => (e: { currentTarget: { value: string } }) => tell({ ...told, [name]: e.currentTarget.value });
  return (
    <div className="row" style={{ alignItems: 'end' }}>
      <NativeSelect
        label={t(file ? 'exchange.topic' : 'claim.topic')}
        value={told.topic}
        onChange={put('topic')}
        data={topics.map((id) => ({ value: id, label: word('topic', id) }))}
      />
      <NativeSelect
        label={t(file ? 'exchange.harm' : 'claim.harm')}
        value={told.harm}
        onChange={put('harm')}
        data={['low', 'medium', 'high'].map((h) => ({ value: h, label: word('harm', h) }))}
      />
      <TextInput className="grow" label={t('exchange.licence')} maxLength={300} value={told.licence} onChange={put('licence')} />
    </div>
  );
}

const formOf = (file: File, fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value.trim()) form.append(name, value.trim());
  form.append('file', file);
  return form;
};

/** A file of claims: chosen, read line by line, and only then drafted. */
export function ImportFile() {
  const { t, word } = useText();
  const [file, setFile] = useState<File | null>(null);
  const [told, setTold] = useState(UNTOLD);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const preview = useAct<File, ImportPreview>((chosen) => call('POST', '/claim-imports/preview', formOf(chosen, { ...told })));
  const [read, setRead] = useState<ImportPreview | null>(null);
  const [done, setDone] = useState<ImportDone | null>(null);
  const take = useAct<File, ImportDone>(
    (chosen) => call('POST', '/claim-imports', formOf(chosen, { ...told, sha256: read!.sha256, leave: [...left].join(',') })),
    {
      refresh: [['claims'], ['claim-imports'], ['work'], ['counts']],
      done: (made) => {
        setDone(made);
        setRead(null);
        setFile(null);
      },
    },
  );
  /** what was read no longer counts */
  const anew = () => {
    setRead(null);
    setDone(null);
    preview.reset();
    take.reset();
  };
  const drafts = read?.lines.filter((l) => isDraft(l) && !left.has(l.place)).length ?? 0;
  return (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault();
        if (file)
          void preview.goAsync(file).then(
            (made) => {
              setLeft(new Set());
              setRead(made);
            },
            () => undefined,
          );
      }}
    >
      <FileInput
        label={t('exchange.file')}
        description={t('exchange.filehint')}
        placeholder={t('file.choose')}
        accept=".csv,.json,.jsonl,.jsonld,.ndjson,text/csv,application/json,application/ld+json"
        required
        value={file}
        onChange={(chosen) => {
          anew();
          setFile(chosen);
        }}
      />
      <ToldOfAll
        told={told}
        tell={(next) => {
          anew();
          setTold(next);
        }}
      />
      <Unread problem={preview.problem} />
      {!read && (
        <div className="row">
          <Button type="submit" loading={preview.busy} disabled={!file}>
            {t('exchange.preview')}
          </Button>
          {!preview.problem && !done && <span className="soft small">{t('exchange.nothingyet')}</span>}
        </div>
      )}
      {read && (
        <section className="stack" aria-live="polite">
          <h2 className="flat">
            {t('exchange.read')} <span className="soft small">{word('claimform', read.form)}</span>
          </h2>
          <ImportLines
            lines={read.lines}
            left={left}
            leave={(place, out) => setLeft((old) => new Set(out ? [...old, place] : [...old].filter((p) => p !== place)))}
            numbered={read.form === 'claimreview'}
          />
          <Unread problem={take.problem} />
          <div className="row">
            <Button loading={take.busy} disabled={drafts === 0} onClick={() => file && take.go(file)}>
              {t('exchange.draft', { n: drafts })}
            </Button>
            <Button variant="default" onClick={anew}>
              {t('act.cancel')}
            </Button>
            <span className="soft small">{t('exchange.second')}</span>
          </div>
        </section>
      )}
      {done && <Drafted of={done} />}
    </form>
  );
}

/** What an import drafted, and where that waits. */
export function Drafted({ of }: { of: ImportDone }) {
  const { t } = useText();
  return (
    <Alert color="teal" role="status" py={6}>
      {t(of.again ? 'exchange.again' : 'exchange.drafted', { n: of.drafted })}{' '}
      <Link to={`/claims/imports/${of.importId}`}>{t('exchange.open')}</Link>
    </Alert>
  );
}

/** Why a file cannot be read at all, and where. */
function Unread({ problem }: { problem: ProblemBody | null }) {
  const { t, word } = useText();
  if (problem?.code !== 'import-unreadable') return <Fault problem={problem} />;
  const { says, line, column, most } = problem as ProblemBody & { says: string; line?: number; column?: string; most?: number };
  return (
    <Alert color="red" role="alert" py={6}>
      {word('importfault', says)}
      {column !== undefined && ` “${column}”`}
      {line !== undefined && ` · ${t('exchange.line', { n: line })}`}
      {most !== undefined && ` · ${t('exchange.most', { n: most })}`}
      <div className="small">{t('exchange.unwritten')}</div>
    </Alert>
  );
}
