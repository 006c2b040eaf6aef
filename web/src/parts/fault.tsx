import { Alert } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { problemOf, type ProblemBody } from '../api/client.js';
import type { FieldFault } from '../text/faults.js';
import { useText } from '../text/language.js';
import { loadDesks } from '../text/texts.js';

// seldom needed, so the first page does not wait for its sentences
const FieldFaults = lazy(async () => ({
  default: (await Promise.all([import('./field-faults.js'), loadDesks()]))[0].FieldFaults,
}));

/** What went wrong, in the user's language, with the number to quote. */
export function Fault({ error, problem: given }: { error?: unknown; problem?: ProblemBody | null }) {
  const { t, problem } = useText();
  if (!error && !given) return null;
  const p = given ?? problemOf(error);
  return (
    <Alert color="red" role="alert" py={6}>
      {problem(p)}
      {Array.isArray(p.errors) && (
        <Suspense>
          <FieldFaults of={p.errors as FieldFault[]} />
        </Suspense>
      )}
      {p.instance && <div className="small soft">{t('problem.quote', { id: p.instance.slice(0, 8) })}</div>}
    </Alert>
  );
}
