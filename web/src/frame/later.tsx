import { useEffect, useState, type ComponentType } from 'react';

/** What the first page can do without: it comes after it, and where it cannot come the page goes on. */
export function Later<P extends object>({ open, ...props }: { open: () => Promise<ComponentType<P>> } & P) {
  const [Part, setPart] = useState<ComponentType<P> | null>(null);
  useEffect(() => {
    let here = true;
    open().then(
      (part) => here && setPart(() => part),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [open]);
  return Part && <Part {...(props as unknown as P)} />;
}
