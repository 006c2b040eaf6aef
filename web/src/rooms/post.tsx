import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router-dom';
import { get } from '../api/client.js';
import { Fault, Loading } from '../parts/parts.js';

/** A post by its own id: leads to where it stands in the queue. */
export default function Post() {
  const { id } = useParams();
  const item = useQuery({
    queryKey: ['item-of-post', id],
    queryFn: ({ signal }) => get<{ id: string; state: string }>(`/triage/of-post/${id}`, signal),
  });
  if (item.data) return <Navigate to={`/triage/${item.data.id}${item.data.state === 'judged' ? '?state=judged' : ''}`} replace />;
  return item.error ? (
    <div className="pad">
      <Fault error={item.error} />
    </div>
  ) : (
    <Loading />
  );
}
