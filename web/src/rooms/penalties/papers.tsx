import { TextInput } from '@mantine/core';
import { useText } from '../../text/language.js';
import { DayField } from './day-field.js';

export const PAPERS = {
  individual: ['gender', 'born', 'nationality', 'occupation', 'residence', 'idKind', 'idNumber', 'idIssuedOn', 'idIssuedBy'],
  organisation: [
    ...(['registration', 'licence', 'licenceIssuedOn', 'licenceIssuedBy', 'seat'] as const),
    ...(['representative', 'representativeGender', 'representativeTitle'] as const),
  ],
} as const;
export type Papers = Partial<Record<(typeof PAPERS)['individual' | 'organisation'][number], string>>;
const LONGEST = 300;
const SHORT: Record<string, number> = {
  gender: 40,
  representativeGender: 40,
  idNumber: 60,
  idKind: 100,
  nationality: 100,
  registration: 100,
  licence: 100,
};
const DAYS = new Set(['born', 'idIssuedOn', 'licenceIssuedOn']);

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
        {PAPERS[kind].map((name) =>
          DAYS.has(name) ? (
            <DayField
              key={name}
              label={t(`penalty.paper.${name}`)}
              orMonth={name === 'born'}
              value={value[name] ?? ''}
              put={(day) => put({ ...value, [name]: day })}
            />
          ) : (
            <TextInput
              key={name}
              label={t(`penalty.paper.${name}`)}
              autoComplete="off"
              maxLength={SHORT[name] ?? (name === 'residence' || name === 'seat' ? LONGEST : 200)}
              value={value[name] ?? ''}
              onChange={(e) => put({ ...value, [name]: e.currentTarget.value })}
            />
          ),
        )}
      </div>
    </fieldset>
  );
}
