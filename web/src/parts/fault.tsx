import { Alert } from '@mantine/core';
import { problemOf, type ProblemBody } from '../api/client.js';
import { faultSentences, type FieldFault } from '../text/faults.js';
import { useText } from '../text/language.js';

/** What went wrong, in the user's language, with the number to quote. */
export function Fault({ error, problem: given }: { error?: unknown; problem?: ProblemBody | null }) {
  const { t, problem, maybe } = useText();
  if (!error && !given) return null;
  const p = given ?? problemOf(error);
  return (
    <Alert color="red" role="alert" py={6}>
      {problem(p)}
      {Array.isArray(p.errors) && (
        <ul className="plainlist small">
          {faultSentences(p.errors as FieldFault[], maybe).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {p.instance && <div className="small soft">{t('problem.quote', { id: p.instance.slice(0, 8) })}</div>}
    </Alert>
  );
}
