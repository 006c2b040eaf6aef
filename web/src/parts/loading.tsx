import { Skeleton } from '@mantine/core';

export const Loading = () => (
  <div className="pad stack">
    <Skeleton height={18} width="40%" />
    <Skeleton height={60} />
    <Skeleton height={60} />
  </div>
);
