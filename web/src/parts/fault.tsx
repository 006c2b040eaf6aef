import { Alert } from '@mantine/core';
import { problemOf, type ProblemBody } from '../api/client.js';
import { useText } from '../text/language.js';

/** What went wrong, in the user's language, with the number to quote. */
export function Fault({ error, problem: given }: { error?: unknown; problem?: ProblemBody | null }) {
  const { t, problem } = useText();
  if (!error && !given) return null;
  const p = given ?? problemOf(error);
  return (
    <Alert color="red" role="alert" py={6}>
      {problem(p)}
      {Array.isArray(p.errors) && (
        <div className="small wrap">
          {(p.errors as { path: string; message: string }[]).map((e) => `${e.path}: ${e.message}`).join('; ')}
        </div>
      )}
      {p.instance && <div className="small soft">{t('problem.quote', { id: p.instance.slice(0, 8) })}</div>}
    </Alert>
  );
}
