import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { get } from '../api/client.js';
import { Fault, Loading } from '../parts/parts.js';

const Compare = lazy(() => import('./compare/compare.js'));

/** A post by its own id, and what became of it between two looks. */
export default function Post() {
  return (
    <Routes>
      <Route path="compare/:captureId" element={<Compare />} />
      <Route path="*" element={<InQueue />} />
    </Routes>
  );
}

/** Leads to where the post stands in the queue. */
function InQueue() {
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
