import type { ReactNode } from 'react';

export type Fact = [label: string, value: ReactNode] | null | false;
/** What stands on file, label by label; what is missing is left out. */
export function Facts({ of }: { of: Fact[] }) {
  return (
    <dl className="facts">
      {of.filter(Boolean).map((fact) => {
        const [label, value] = fact as [string, ReactNode];
        return (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="wrap">{value}</dd>
          </div>
        );
      })}
    </dl>
  );
}
