import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { problemOf, type ProblemBody } from './client.js';

interface Told<Out> {
  refresh?: QueryKey[];
  done?: (out: Out) => void;
  failed?: (problem: ProblemBody) => void;
}

/** One act of the user. A second try after a lost answer carries the same key, so that it happens once. */
export function useAct<In, Out = unknown>(run: (input: In, key: string) => Promise<Out>, { refresh = [], done, failed }: Told<Out> = {}) {
  const queries = useQueryClient();
  const key = useRef('');
  const { mutate, mutateAsync, isPending, error, reset } = useMutation<Out, unknown, In>({
    networkMode: 'always', // without a line it says so at once, and is not sent by itself when nobody looks any more
    mutationFn: (input) => run(input, (key.current ||= crypto.randomUUID())),
    onSuccess: (out) => {
      key.current = '';
      for (const queryKey of refresh) void queries.invalidateQueries({ queryKey });
      done?.(out);
    },
    onError: (thrown) => {
      const problem = problemOf(thrown);
      if (problem.status >= 400 && problem.status < 500) key.current = '';
      if (problem.code === 'stale') for (const queryKey of refresh) void queries.invalidateQueries({ queryKey });
      failed?.(problem);
    },
  });
  return { go: mutate, goAsync: mutateAsync, busy: isPending, problem: error ? problemOf(error) : null, reset };
}
