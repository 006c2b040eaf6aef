/** What can go wrong, told the RFC 9457 way: a stable code, a status, a title; details are for the reader. */
export interface ProblemKind {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  title: string;
}

const catalogue = new Map<string, ProblemKind>();

/** Declares the problems of a room beside the code that throws them. */
export function problems(kinds: Record<string, ProblemKind>): void {
  for (const [code, kind] of Object.entries(kinds)) {
    const known = catalogue.get(code);
    if (known && (known.status !== kind.status || known.title !== kind.title))
      throw new Error(`Two rooms declare the problem ${code} with different meanings`);
    catalogue.set(code, kind);
  }
}
export const declaredProblems = (): ReadonlyMap<string, ProblemKind> => catalogue;

export class Problem extends Error {
  readonly kind: ProblemKind;
  constructor(
    readonly code: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'Problem';
    this.kind = catalogue.get(code) ?? { status: 500, title: `Undeclared problem ${code}` };
  }
}

problems({
  invalid: { status: 400, title: 'The request is not in the form this address takes' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Your rights do not cover this' },
  missing: { status: 404, title: 'There is nothing here' },
  stale: { status: 409, title: 'Somebody changed this since you read it' },
  'too-large': { status: 413, title: 'That is larger than this office takes' },
  'too-many': { status: 429, title: 'Too many requests; try again later' },
  busy: { status: 503, title: 'The office cannot take this now; nothing was lost, try again' },
  internal: { status: 500, title: 'Something broke on our side' },
});

export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  instance?: string;
  [extra: string]: unknown;
}

/** The RFC 9457 document of any thrown thing; what is not a Problem says nothing of its inside. */
export function problemDocument(error: unknown, instance?: string): ProblemDocument {
  const problem = error instanceof Problem ? error : new Problem('internal');
  return {
    ...problem.details,
    type: `/problems/${problem.code}`,
    title: problem.kind.title,
    status: problem.kind.status,
    code: problem.code,
    instance,
  };
}
