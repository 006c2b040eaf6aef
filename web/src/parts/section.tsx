import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { useText } from '../text/language.js';
import { integer } from '../text/time.js';

/** One part of a page that others can point to: an address that ends in #id goes there once it is drawn. */
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
  const { language } = useText();
  const { hash } = useLocation();
  const here = useRef<HTMLElement>(null);
  useEffect(() => {
    if (hash !== `#${id}`) return;
    here.current?.scrollIntoView({ block: 'start' });
    here.current?.focus({ preventScroll: true });
  }, [hash, id]);
  return (
    <section ref={here} className="section" id={id} aria-label={title} tabIndex={-1}>
      <h2>
        <span>
          {title}
          {n !== undefined && ` (${integer(n, language)})`}
        </span>
        {aside && <span className="end row">{aside}</span>}
      </h2>
      {children}
    </section>
  );
}
