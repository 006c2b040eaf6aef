import type { EvidenceKind } from '../../core/evidence/evidence.js';
import { Problem } from '../../core/problem/problem.js';
import type { ExhibitRef } from './decision.js';
import './problems.js';

/** An exhibit of a case, and what it shows. */
export interface KnownExhibit extends ExhibitRef {
  kind: EvidenceKind;
  /** when it came to the case, by the office's clock */
  attachedAt: Date;
  /** the office's clock when what it shows was seen, or when it came to the case */
  sealedAt: Date;
  /** what the post says of itself */
  postedAt: Date | null;
  /** the post that it shows, by the id that counts now; a paper shows none */
  postId: string | null;
}

/** Those of the case that a content names. */
export function named(content: { exhibits: readonly ExhibitRef[] }, ofCase: readonly KnownExhibit[]): KnownExhibit[] {
  const ids = new Set(content.exhibits.map((x) => x.exhibitId));
  return ofCase.filter((x) => ids.has(x.exhibitId));
}
/** An exhibit of the case by its id. */
export function exhibitOf(exhibitId: string, ofCase: readonly KnownExhibit[]): KnownExhibit {
  const found = ofCase.find((x) => x.exhibitId === exhibitId);
  if (!found) throw new Problem('foreign-exhibit', { exhibitId });
  return found;
}
/** The same, of a paper: what somebody wrote, signed or handed over is not proven by a capture. */
export function paperOf(exhibitId: string, ofCase: readonly KnownExhibit[]): KnownExhibit {
  const found = exhibitOf(exhibitId, ofCase);
  if (found.kind !== 'document') throw new Problem('not-a-paper', { exhibitId });
  return found;
}
/** At least one post is shown, and of every one that is it stands that it is false. */
export function showFalse(exhibits: readonly KnownExhibit[], stands: ReadonlySet<string>): boolean {
  const posts = exhibits.flatMap((x) => x.postId ?? []);
  return posts.length > 0 && posts.every((id) => stands.has(id));
}
