import type { CaptureState } from '../triage-answers.js';
import type { Label } from '../../core/glossary/glossary.js';
import type { Day, Moment } from '../../core/http/answer.js';
import type { Ground, Outcome } from '../../crawl/index.js';

/** A source of a claim, as its newest version or the one in force names it, and what was kept of it. */
export interface ClaimSource {
  title: string;
  url: string;
  date: Day;
  publisher: string | null;
  /** the office opens links of this form */
  opens: boolean;
  /** looks at it, whatever claim they were ordered for */
  looks: number;
  /** the look that was ordered last */
  latest: SourceCapture | null;
  /** the last one that kept something of the page */
  kept: SourceCapture | null;
}
export interface SourceCapture {
  id: string;
  state: CaptureState;
  outcome: Outcome | null;
  ground: Ground | null;
  orderedBy: string | null;
  orderedAt: Moment;
  endedAt: Moment | null;
  evidenceId: string | null;
  /** of its package */
  sha256: string | null;
  /** nothing is left of it since then */
  purgedAt: Moment | null;
  /** its words are others than at the look before */
  textChanged: boolean;
}
/** A source as one version of a claim names it. */
export interface VersionSource extends Pick<ClaimSource, 'title' | 'url' | 'date' | 'publisher' | 'opens'> {
  /** the look that is nearest to the version; null: there was none */
  look: VersionSourceLook | null;
}
/** Without evidence where it waits or came to nothing. */
export interface VersionSourceLook {
  captureId: string;
  /** under which looks at it stand in the log */
  subject: string;
  evidenceId: string | null;
  state: 'ordered' | 'sealed' | 'failed';
  outcome: Outcome | null;
  /** while the version counted, before it was written, or after another one took its place */
  stands: 'at-version' | 'before' | 'after';
  capturedAt: string;
  sha256: string | null;
  bytes: number | null;
  mediaType: string | null;
  sealedAt: string | null;
  purgedAt: string | null;
  purgedUnder: Label | null;
}
export interface ClaimSources {
  items: ClaimSource[];
}
