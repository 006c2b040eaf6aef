import { Button, Checkbox, FileInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { call } from '../../api/client.js';
import type { MatchingStands } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { score } from './shares.js';

interface Tried {
  suggest: string;
  strong: string;
  reason: string;
}
const number = (typed: string): number => Number(typed.trim().replace(',', '.'));

/** Other thresholds, another model, and why; the trial opens as soon as it runs. */
export function TryRules({ now }: { now: MatchingStands }) {
  const { t, language } = useText();
  const go = useNavigate();
  const [tried, setTried, clear] = useDraft<Tried>('matching.try', {
    suggest: score(now.suggest, language),
    strong: score(now.strong, language),
    reason: '',
  });
  const [file, setFile] = useState<File | null>(null);
  const [shipped, setShipped] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const ask = useAct<object, { id: string }>((input, key) => call('POST', '/matching/trials', input, key), {
    refresh: [['matching']],
    done: ({ id }) => {
      clear();
      void go(`/matching/${id}`);
    },
  });
  const send = async () => {
    const rest = { suggest: number(tried.suggest), strong: number(tried.strong), reason: tried.reason.trim() };
    try {
      const model = file ? (JSON.parse(await file.text()) as object) : shipped ? null : undefined;
      setUnreadable(false);
      ask.go({ ...rest, ...(model !== undefined && { model }) });
    } catch {
      setUnreadable(true);
    }
  };
  const field = (name: 'suggest' | 'strong', label: string) => (
    <TextInput
      label={label}
      inputMode="decimal"
      required
      w={130}
      value={tried[name]}
      onChange={(e) => setTried({ ...tried, [name]: e.currentTarget.value })}
      error={tried[name].trim() !== '' && !(number(tried[name]) >= 0 && number(tried[name]) <= 1) && '0–1'}
    />
  );
  return (
    <form
      className="card stack"
      onSubmit={(e) => {
        e.preventDefault();
        void send();
      }}
    >
      <p className="flat soft small">{t('matching.trysays')}</p>
      <div className="row" style={{ alignItems: 'start' }}>
        {field('suggest', t('matching.suggest'))}
        {field('strong', t('matching.strong'))}
      </div>
      <FileInput
        label={t('matching.modelfile')}
        accept="application/json,.json"
        clearable
        disabled={shipped}
        value={file}
        onChange={setFile}
        error={unreadable && t('matching.badfile')}
      />
      {now.trialId !== null && (
        <Checkbox
          label={t('matching.modelship')}
          checked={shipped}
          disabled={file !== null}
          onChange={(e) => setShipped(e.currentTarget.checked)}
        />
      )}
      <Textarea
        label={t('matching.why')}
        required
        minLength={5}
        maxLength={1000}
        autosize
        minRows={2}
        value={tried.reason}
        onChange={(e) => setTried({ ...tried, reason: e.currentTarget.value })}
      />
      <Fault problem={ask.problem} />
      <div className="row">
        <Button type="submit" loading={ask.busy}>
          {t('matching.go')}
        </Button>
      </div>
    </form>
  );
}
