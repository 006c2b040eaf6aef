import { TextInput } from '@mantine/core';
import { useText } from '../../text/language.js';

export const PAPERS = {
  individual: ['gender', 'born', 'nationality', 'occupation', 'residence', 'idNumber', 'idIssuedOn', 'idIssuedBy'],
  organisation: ['registration', 'seat', 'representative', 'representativeTitle'],
} as const;
export type Papers = Partial<Record<(typeof PAPERS)['individual' | 'organisation'][number], string>>;
const LONGEST = 300;
const SHORT: Record<string, number> = { gender: 40, born: 40, idIssuedOn: 40, idNumber: 60, nationality: 100, registration: 100 };

/** What papers say of the accused. It goes to the office, encrypted; this browser does not keep it. */
export function PapersFields({
  kind,
  value,
  put,
  kept,
}: {
  kind: keyof typeof PAPERS;
  value: Papers;
  put: (next: Papers) => void;
  kept: boolean;
}) {
  const { t } = useText();
  return (
    <fieldset className="fieldset stack">
      <legend>{t('penalty.papers')}</legend>
      <span className="small soft">{t(kept ? 'penalty.paperskept' : 'penalty.papershint')}</span>
      <div className="fields">
        {PAPERS[kind].map((name) => (
          <TextInput
            key={name}
            label={t(`penalty.paper.${name}`)}
            autoComplete="off"
            maxLength={SHORT[name] ?? (name === 'residence' || name === 'seat' ? LONGEST : 200)}
            value={value[name] ?? ''}
            onChange={(e) => put({ ...value, [name]: e.currentTarget.value })}
          />
        ))}
      </div>
    </fieldset>
  );
}
