import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.js';
import type { Spread } from '../../api/types.js';
import { every } from '../../live/bus.js';
import { Fault, Loading } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { useFilters } from '../../parts/use-filters.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { SpreadPlot } from './spread-plot.js';
import { SpreadTable } from './spread-table.js';
import { layersOf } from './spread-layers.js';

const AGAIN_MS = 60_000;

/** How a claim spread: posts a day or week, by what they do with it or by how they were judged. */
export function ClaimSpread({ claimId }: { claimId: string }) {
  const { t, word, language } = useText();
  const [chosen, set] = useFilters();
  const by = chosen('by') === 'week' ? 'week' : 'day';
  const of = chosen('of') === 'judged' ? 'judged' : 'stance';
  const spread = useQuery({
    queryKey: ['claim-spread', claimId, by],
    queryFn: ({ signal }) => get<Spread>(`/claims/${claimId}/spread?by=${by}`, signal),
    refetchInterval: every(AGAIN_MS),
    placeholderData: (old) => old,
  });
  const layers = layersOf(of, { t, word });
  const told = spread.data;
  return (
    <Section
      id="spread"
      title={t('spread.title')}
      n={told?.total}
      aside={
        <>
          <NativeSelect
            aria-label={t('spread.step')}
            value={by}
            onChange={(e) => set({ by: e.currentTarget.value }, { replace: true })}
            data={(['day', 'week'] as const).map((b) => ({ value: b, label: t(`spread.by.${b}`) }))}
          />
          <NativeSelect
            aria-label={t('spread.parts')}
            value={of}
            onChange={(e) => set({ of: e.currentTarget.value }, { replace: true })}
            data={(['stance', 'judged'] as const).map((o) => ({ value: o, label: t(`spread.of.${o}`) }))}
          />
        </>
      }
    >
      <Fault error={spread.error} />
      {spread.isPending && <Loading />}
      {told && told.total === 0 && <p className="soft">{t('spread.none')}</p>}
      {told && told.columns.length > 0 && (
        <div className="stack">
          <SpreadPlot columns={told.columns} layers={layers} by={by} />
          {told.earlier > 0 && <span className="soft small">{t('spread.earlier', { n: integer(told.earlier, language) })}</span>}
          <SpreadTable columns={told.columns} layers={layers} by={by} />
        </div>
      )}
    </Section>
  );
}
