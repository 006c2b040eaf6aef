import { Button } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { askFor } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useText } from '../text/language.js';
import { bytes } from '../text/time.js';
import { AskReason } from './ask-reason.js';
import { keep, received } from './keep-file.js';

interface Taken {
  /** where it is asked for, and what is said beside the reason */
  path: string;
  body?: object;
  title: string;
  /** what it will hold */
  says: string;
  /** the file's name */
  name: string;
  /** what shows it in its list anew */
  refresh: QueryKey[];
}

/** Lets evidence leave the house for a reason that stands in its custody; says how much has come. */
export function TakeAlong({ path, body, title, says, name, refresh }: Taken) {
  const { t, language } = useText();
  const [asking, setAsking] = useState(false);
  const [come, setCome] = useState<{ now: number; all: number } | null>(null);
  const take = useAct<string, Blob>((reason) => askFor(path, { ...body, reason }).then((answer) => received(answer, setCome)), {
    refresh,
    done: (file) => {
      setAsking(false);
      keep(file, name);
    },
  });
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          take.reset();
          setCome(null);
          setAsking(true);
        }}
      >
        {title}
      </Button>
      {asking && (
        <AskReason
          draft={path}
          title={title}
          label={t('take.why')}
          says={
            <>
              <div>{says}</div>
              <div className="soft small">{t('take.kept')}</div>
              <div role="status">
                {take.busy &&
                  (come ? t('take.come', { now: bytes(come.now, language), all: bytes(come.all, language) }) : t('take.making'))}
              </div>
            </>
          }
          go={t('take.go')}
          least={10}
          most={500}
          busy={take.busy}
          problem={take.problem}
          close={() => setAsking(false)}
          done={(reason, clear) => void take.goAsync(reason).then(clear, () => undefined)}
        />
      )}
    </>
  );
}
