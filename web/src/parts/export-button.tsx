import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { allPages, MOST_LINES } from '../api/all-pages.js';
import { problemOf, type ProblemBody } from '../api/client.js';
import { useText } from '../text/language.js';
import { integer } from '../text/time.js';
import { csv, save, type Column } from './csv.js';
import { Fault } from './parts.js';

/** The whole list as it is filtered, page by page, into one file. */
export function ExportButton<T>({
  name,
  path,
  filter,
  columns,
}: {
  name: string;
  path: string;
  filter: Record<string, string | null | undefined>;
  columns: Column<T>[];
}) {
  const { t, language } = useText();
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState<ProblemBody | null>(null);
  const [cut, setCut] = useState(false);
  const run = async () => {
    setProblem(null);
    setCut(false);
    try {
      const all = await allPages<T>(path, filter, { tell: setDone });
      save(`${name}.csv`, csv(columns, all.items));
      setCut(all.cut);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setDone(null);
    }
  };
  return (
    <>
      <Button variant="default" disabled={done !== null} onClick={() => void run()}>
        {done === null ? t('desk.export') : t('desk.exporting', { n: done })}
      </Button>
      {cut && (
        <Alert color="orange" py={6} role="status">
          {t('desk.exportcut', { n: integer(MOST_LINES, language) })}
        </Alert>
      )}
      <Fault problem={problem} />
    </>
  );
}
