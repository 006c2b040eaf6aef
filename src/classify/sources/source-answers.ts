import type { CaptureState } from '../triage-answers.js';
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
  /** its words are others than at the look before */
  textChanged: boolean;
}
export interface ClaimSources {
  items: ClaimSource[];
}
