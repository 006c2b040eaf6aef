import type { TriageFull, TriageReport } from '../../api/types.js';
import { InLog } from '../../parts/in-log.js';
import { Captures } from './captures.js';
import { History } from './history.js';
import { Reports } from './reports.js';

interface Shown {
  full: TriageFull;
  recapture?: () => void;
  split?: (report: TriageReport) => void;
}

/** Where it all comes from: who reported the post, how it was captured, what happened with it. */
export function Origin({ full, recapture, split }: Shown) {
  const { item, reports, reportTotal, captures, captureTotal, history, moreHistory } = full;
  return (
    <div className="origin stack">
      <Reports itemId={item.id} reports={reports} total={reportTotal} split={split} />
      {(captures.length > 0 || recapture) && (
        <Captures itemId={item.id} postId={item.postId} captures={captures} total={captureTotal} again={recapture} />
      )}
      <History itemId={item.id} lines={history} more={moreHistory} />
      <div>
        <InLog subject={item.postId} />
      </div>
    </div>
  );
}
