import type { EvidenceKind } from '../../core/evidence/evidence.js';
import type { ExhibitRef } from './decision.js';

/** An exhibit of a case, and what it shows. */
export interface KnownExhibit extends ExhibitRef {
  kind: EvidenceKind;
  /** the post that it shows, by the id that counts now; a paper shows none */
  postId: string | null;
}

/** Those of the case that a content names. */
export function named(content: { exhibits: readonly ExhibitRef[] }, ofCase: readonly KnownExhibit[]): KnownExhibit[] {
  const ids = new Set(content.exhibits.map((x) => x.exhibitId));
  return ofCase.filter((x) => ids.has(x.exhibitId));
}
/** At least one post is shown, and of every one that is it stands that it is false. */
export function showFalse(exhibits: readonly KnownExhibit[], stands: ReadonlySet<string>): boolean {
  const posts = exhibits.flatMap((x) => x.postId ?? []);
  return posts.length > 0 && posts.every((id) => stands.has(id));
}
