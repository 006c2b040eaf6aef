export const STANCES = ['spread', 'denial', 'question', 'unrelated'] as const;
export type StanceLabel = (typeof STANCES)[number];
/** Does the post spread the claim, deny it or ask about it? `label` is null where nothing reaches its threshold. */
export interface Stance {
  label: StanceLabel | null;
  scores: Record<StanceLabel, number>;
}
/** The label where it is sure enough to set a post aside; else null, as where there is none. Words in disguise set nothing aside: whoever denies has nothing to hide. */
export const surely = ({ label, scores }: Stance, sure: Record<StanceLabel, number>, disguised: boolean): StanceLabel | null =>
  label && scores[label] >= sure[label] && !(disguised && label !== 'spread') ? label : null;

/** Words of the post that tell of its stance, where they stand in its text. */
export interface Cue {
  kind: string;
  start: number;
  end: number;
}
