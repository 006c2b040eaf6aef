import type { ReactNode } from 'react';

/** One part of a page that others can point to. */
export function Section({
  id,
  title,
  n,
  aside,
  children,
}: {
  id: string;
  title: string;
  n?: number;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section" id={id} aria-label={title} tabIndex={-1}>
      <h2>
        <span>
          {title}
          {n !== undefined && ` (${n})`}
        </span>
        {aside && <span className="end row">{aside}</span>}
      </h2>
      {children}
    </section>
  );
}
