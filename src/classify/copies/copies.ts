export const COPY_KINDS = ['text', 'picture', 'film'] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

export interface CopyRules {
  text_bits_apart: number;
  picture_bits_apart: number;
  /** a film needs so many stills alike, or all of the one that has fewer */
  stills: number;
  /** at most so many likenesses lie between a post and the first of its group */
  steps: number;
  /** of one group so many wait at most */
  most: number;
}
/** A post of the queue that another one is a near copy of. */
export interface Near {
  group: string;
  kind: CopyKind;
  /** 0: the same; 1: as far as the rules allow */
  apart: number;
  /** likenesses between it and the first of its group */
  steps: number;
  /** how many of its group wait */
  members: number;
}
export interface Place {
  group: string;
  steps: number;
  kinds: CopyKind[];
}

/** With which others a post stands: it stays where it is, else it goes to the nearest that have room. Two groups never become one. */
export function placeOf(own: Place & { alone: boolean }, near: readonly Near[], rules: CopyRules): Place | null {
  const group = own.alone ? nearest(near, rules)?.group : own.group;
  const of = near.filter((n) => n.group === group);
  if (group === undefined || of.length === 0) return null;
  const kinds = COPY_KINDS.filter((kind) => own.kinds.includes(kind) || of.some((n) => n.kind === kind));
  return { group, kinds, steps: own.alone ? 1 + Math.min(...of.map((n) => n.steps)) : own.steps };
}

function nearest(near: readonly Near[], { steps, most }: CopyRules): Near | undefined {
  return near.filter((n) => n.steps < steps && n.members < most).sort((a, b) => a.apart - b.apart || a.steps - b.steps)[0];
}
