import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { get, problemOf, query, type ProblemBody } from '../api/client.js';
import type { Page } from '../api/types.js';
import { useText } from '../text/language.js';
import { integer } from '../text/time.js';
import { csv, save, type Column } from './csv.js';
import { Fault } from './parts.js';

const MOST = 20_000;

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
    const lines: T[] = [];
    let cursor: string | null = null;
    try {
      do {
        setDone(lines.length);
        const page: Page<T> = await get<Page<T>>(`${path}${query({ limit: 100, ...filter, cursor })}`);
        lines.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor && lines.length < MOST);
      save(`${name}.csv`, csv(columns, lines));
      setCut(cursor !== null);
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
          {t('desk.exportcut', { n: integer(MOST, language) })}
        </Alert>
      )}
      <Fault problem={problem} />
    </>
  );
}
