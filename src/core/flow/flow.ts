/** States are a table: from each state the steps out of it, who may take them, and what must be on file. */
export interface Step<S extends string> {
  to: S;
  /** rights, any of which lets an actor take the step; `system` is the house itself */
  by: string[];
  /** people who may not take it whatever their rights */
  notBy?: 'author';
  /** what must be on file first */
  needs?: string[];
}
export type Flow<S extends string> = Record<S, Step<S>[]>;

export interface FlowActor {
  staffId: string | null;
  rights: ReadonlySet<string>;
  system?: boolean;
}
/** What is on file: which needs hold, and every staff member who wrote since the last approval. */
export interface Held {
  needs: ReadonlySet<string>;
  authors: ReadonlySet<string>;
}

export type Refusal = { reason: 'no-such-step' | 'no-right' | 'own-work' } | { reason: 'lacks'; lacks: string[] };
export type Taken = { ok: true } | ({ ok: false } & Refusal);
/** A button of a screen: what it does, and what it still lacks. */
export interface NextAct {
  act: string;
  to?: string;
  possible: boolean;
  lacks: string[];
  ownWork: boolean;
}
export interface NextStep<S extends string> {
  to: S;
  lacks: string[];
  possible: boolean;
  ownWork: boolean;
}

const may = (by: string[], actor: FlowActor) => (actor.system ? by.includes('system') : by.some((r) => actor.rights.has(r)));
const own = (step: { notBy?: 'author' }, actor: FlowActor, held: Held) =>
  step.notBy === 'author' && actor.staffId !== null && held.authors.has(actor.staffId);

/** May this actor take this step now? Yes, or the reason why not. */
export function take<S extends string>(flow: Flow<S>, from: S, to: S, actor: FlowActor, held: Held): Taken {
  const candidates = (flow[from] ?? []).filter((s) => s.to === to);
  if (candidates.length === 0) return { ok: false, reason: 'no-such-step' };
  const allowed = candidates.filter((s) => may(s.by, actor));
  if (allowed.length === 0) return { ok: false, reason: 'no-right' };
  const foreign = allowed.filter((s) => !own(s, actor, held));
  if (foreign.length === 0) return { ok: false, reason: 'own-work' };
  const lacking = foreign.map((s) => (s.needs ?? []).filter((n) => !held.needs.has(n)));
  const least = lacking.sort((a, b) => a.length - b.length)[0];
  return least.length === 0 ? { ok: true } : { ok: false, reason: 'lacks', lacks: least };
}

/** The steps that a screen draws for this actor: those within the actor's rights, with what each still lacks. */
export function steps<S extends string>(flow: Flow<S>, from: S, actor: FlowActor, held: Held): NextStep<S>[] {
  return (flow[from] ?? [])
    .filter((s) => may(s.by, actor))
    .map((s) => {
      const lacks = (s.needs ?? []).filter((n) => !held.needs.has(n));
      const ownWork = own(s, actor, held);
      return { to: s.to, lacks, ownWork, possible: lacks.length === 0 && !ownWork };
    });
}

/** Every fault of a table: a step to an unknown state, a state that nothing reaches, an unknown right. */
export function flowFaults<S extends string>(name: string, flow: Flow<S>, start: S, rights: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  const reached = new Set<string>([start]);
  const queue: S[] = [start];
  while (queue.length) {
    for (const step of flow[queue.pop()!] ?? [])
      if (!reached.has(step.to)) {
        reached.add(step.to);
        queue.push(step.to);
      }
  }
  for (const [from, out] of Object.entries(flow) as [S, Step<S>[]][]) {
    if (!reached.has(from)) faults.push(`${name}: nothing reaches state ${from}`);
    for (const step of out) {
      if (!(step.to in flow)) faults.push(`${name}: ${from} leads to unknown state ${step.to}`);
      for (const right of step.by)
        if (right !== 'system' && !rights.has(right)) faults.push(`${name}: ${from} → ${step.to} asks for unknown right ${right}`);
    }
  }
  return faults;
}
