import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.js';
import type { Drift as DriftOf } from '../../api/types.js';
import { csv, save } from '../../parts/csv.js';
import { Fault, Loading } from '../../parts/parts.js';
import { useFilters } from '../../parts/use-filters.js';
import { useText } from '../../text/language.js';
import { DriftSays } from './drift-says.js';
import { DriftTable } from './drift-table.js';
import { useDriftColumns } from './use-drift-columns.js';
import { score } from './shares.js';
import { TrendPlot } from './trend-plot.js';

const BY = ['day', 'week', 'month'] as const;
/** the stability index is drawn up to this at least, so that its marks show */
const PSI_TOP = 0.3;

/** Whether posts, and what is made of them, are still such as they were in the first days of the rules in force. */
export function Drift() {
  const { t, language } = useText();
  const [chosen, set] = useFilters();
  const by = BY.find((b) => b === chosen('by')) ?? 'week';
  const asked = useQuery({
    queryKey: ['matching', 'drift', by],
    queryFn: ({ signal }) => get<DriftOf>(`/matching/drift?by=${by}`, signal),
  });
  const columns = useDriftColumns(by);
  const of = asked.data;
  const select = (
    <NativeSelect
      aria-label={t('drift.by')}
      value={by}
      onChange={(e) => set({ by: e.currentTarget.value }, { replace: true })}
      data={BY.map((b) => ({ value: b, label: t(`drift.by.${b}`) }))}
    />
  );
  if (!of) return asked.error ? <Fault error={asked.error} /> : <Loading />;
  const { psiMoved, psiMuch } = of.bounds;
  const starts = of.columns.map((c) => c.from);
  const marks = of.switches.map((s) => s.on);
  const top = Math.max(PSI_TOP, ...of.columns.map((c) => c.psi?.index ?? 0));
  return (
    <div className="stack">
      <div className="row">
        {select}
        <span className="end">
          <Button variant="default" disabled={starts.length === 0} onClick={() => save('drift.csv', csv(columns, of.columns))}>
            {t('desk.export')}
          </Button>
        </span>
      </div>
      <Fault error={asked.error} />
      {starts.length === 0 ? (
        <p className="soft">{t('drift.none')}</p>
      ) : (
        <>
          <DriftSays of={of} />
          <div className="trends">
            <TrendPlot
              title={t('drift.shares')}
              starts={starts}
              marks={marks}
              lines={[
                { name: 'first', label: t('drift.suggested'), values: of.columns.map((c) => c.suggested?.share ?? null) },
                { name: 'second', label: t('drift.strong'), values: of.columns.map((c) => c.strong?.share ?? null) },
              ]}
            />
            <TrendPlot
              title={t('drift.right')}
              starts={starts}
              marks={marks}
              band={of.columns.map((c) => c.precision)}
              lines={[
                { name: 'first', label: t('drift.precision'), values: of.columns.map((c) => c.precision?.share ?? null) },
                { name: 'second', label: t('drift.strongprecision'), values: of.columns.map((c) => c.strongPrecision?.share ?? null) },
                { name: 'third', label: t('drift.missed'), values: of.columns.map((c) => c.missed?.share ?? null) },
              ]}
            />
            <TrendPlot
              title={t('drift.psi')}
              starts={starts}
              marks={marks}
              top={top}
              levels={[psiMoved, psiMuch]}
              tick={(value) => score(Number(value.toFixed(2)), language)}
              lines={[{ name: 'first', label: t('drift.psi'), values: of.columns.map((c) => c.psi?.index ?? null) }]}
            />
          </div>
          <p className="flat soft small">
            {t('drift.psisays', { moved: score(psiMoved, language), much: score(psiMuch, language), formula: of.bounds.psiFormula })}{' '}
            {t('drift.psisources', { marks: of.bounds.psiMarksSource, chance: of.bounds.psiChanceSource })}
          </p>
          <DriftTable of={of} columns={columns} />
        </>
      )}
    </div>
  );
}
