import { problemOf } from '../api/client.js';
import { useParams } from 'react-router-dom';
import { Fault, Loading } from '../parts/parts.js';
import '../parts/desks.css';
import { useRecent } from '../parts/recent.js';
import { CaseDeadlines } from './case/deadlines.js';
import { CaseExhibits } from './case/exhibits.js';
import { CaseFalls } from './case/falls.js';
import { CaseHead } from './case/head.js';
import { CaseHold } from './case/hold.js';
import { CaseHistory } from './case/history.js';
import { CaseNext } from './case/next.js';
import { CaseNotes } from './case/notes.js';
import { CaseOvertaken } from './case/overtaken.js';
import { CaseParties } from './case/parties.js';
import { CasePenalties } from './case/penalties.js';
import { CasePosts } from './case/posts.js';
import { CaseReversal } from './case/reversal.js';
import { CaseTakedowns } from './case/takedowns.js';
import { useCase } from './case/use-case.js';

/** The case file: what it is about, what proves it, who is in it, what is due, and what comes next. */
export default function CaseFile() {
  const { id } = useParams();
  const file = useCase(id!);
  useRecent('case', id!, file.data?.number, file.error);
  if (file.error && (!file.data || isRefused(file.error)))
    return (
      <div className="pad">
        <Fault error={file.error} />
      </div>
    );
  if (!file.data) return <Loading />;
  const c = file.data;
  return (
    <div className="wide stack" key={c.id}>
      <CaseHead file={c} />
      <CaseOvertaken file={c} />
      <CaseReversal file={c} />
      <div className="split with-next">
        <div className="first">
          <CaseNext file={c} />
        </div>
        <div>
          <CasePosts file={c} />
          <CaseExhibits file={c} />
          <CaseNotes file={c} />
          <CaseHistory file={c} />
        </div>
        <div>
          <CaseFalls file={c} />
          <CaseHold file={c} />
          <CaseDeadlines file={c} />
          <CaseTakedowns file={c} />
          <CasePenalties file={c} />
          <CaseParties file={c} />
        </div>
      </div>
    </div>
  );
}

/** The server says that there is nothing for this person: what was read before counts no more. */
const isRefused = (error: unknown): boolean => [401, 403, 404].includes(problemOf(error).status);
