import { Alert } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { problemOf, type ProblemBody } from '../api/client.js';
import { useText } from '../text/language.js';
import { loadDesks } from '../text/texts.js';
import type { Faults } from './field-faults.js';

type Part = (shown: Faults) => ReactNode;
/** What programs are told, where the sentences cannot be had. */
const AsTold: Part = ({ of, names = {} }) => (
  <ul className="plainlist small">
    {of.map(({ path, rule, message }) => (
      <li key={`${path} ${rule}`}>
        {names[path] ?? path}: {message}
      </li>
    ))}
  </ul>
);
// seldom needed, so the first page does not wait for its sentences
const FieldFaults = lazy<Part>(() =>
  Promise.all([import('./field-faults.js'), loadDesks()]).then(
    ([{ FieldFaults }]) => ({ default: FieldFaults }),
    () => ({ default: AsTold }),
  ),
);
const ToList = lazy(async () => ({ default: (await import('./to-list.js')).ToList }));

interface Shown {
  error?: unknown;
  problem?: ProblemBody | null;
  names?: Faults['names'];
}

/** What went wrong, in the user's language, with the number to quote. */
export function Fault({ error, problem: given, names }: Shown) {
  const { t, problem } = useText();
  if (!error && !given) return null;
  const p = given ?? problemOf(error);
  return (
    <Alert color="red" role="alert" py={6}>
      {problem(p)}
      {Array.isArray(p.errors) && (
        <Suspense>
          <FieldFaults of={p.errors as Faults['of']} names={names} />
        </Suspense>
      )}
      {error !== undefined && p.status === 404 && (
        <Suspense>
          <ToList />
        </Suspense>
      )}
      {p.instance && <div className="small soft">{t('problem.quote', { id: p.instance.slice(0, 8) })}</div>}
    </Alert>
  );
}
