import { glossary } from '../../core/glossary/glossary.js';
import { openTable, openTables, refuse, type Table } from '../../core/table.js';
import { authorityFaults } from './authority-faults.js';
import { breaks, type InForce } from './day.js';
import { wholeDongFaults } from './fine.js';
import { inOrder, type Authority, type Circumstances, type PenaltyLaw, type Provision } from './law.js';
import { actTypeFaults, circumstanceFaults, decreeFaults, policyFaults, ruleFaults, signFaults } from './other-faults.js';
import { provisionFaults } from './provision-faults.js';

const YAML = /\.yaml$/;

/** Reads the law of penalties from a folder of tables; whatever is wrong in it is told with file and line, and nothing is read. */
export function readPenaltyLaw(root?: string): PenaltyLaw {
  const words = { remedies: Object.keys(glossary.remedy), sanctions: Object.keys(glossary.sanction) };
  const decrees = openTable<PenaltyLaw['decrees']>('decrees.yaml', decreeFaults, root).value;
  const actTypes = openTable<PenaltyLaw['actTypes']>('act-types.yaml', actTypeFaults, root).value;
  const circumstances = openTable<Circumstances>('circumstances.yaml', circumstanceFaults, root).value;
  const rules = openTable<PenaltyLaw['rules']>('fine-rules.yaml', (t) => ruleFaults(t, words.sanctions), root).value;
  const policy = openTable<PenaltyLaw['policy']>('penalty-policy.yaml', policyFaults, root);
  const referralSigns = openTable<PenaltyLaw['referralSigns']>('referral-signs.yaml', signFaults, root).value;
  const beside = { decrees, actTypes, circumstances, rules, ...words };
  const provisions = openTables<Provision>('provisions', YAML, (p, file) => provisionFaults(p, file, beside), root);
  const authorities = openTables<Authority>('authorities', YAML, (a) => authorityFaults(a, words), root);
  refuse([
    ...Object.keys(actTypes).flatMap((type) => broken(provisions.filter((t) => t.value.act_type === type))),
    ...broken(authorities),
    ...uncovered(provisions, authorities),
    ...authorities.flatMap((a) =>
      a.value.titles.flatMap((t, i) =>
        Object.hasOwn(glossary.title, t.key) ? [] : [`${a.at(['titles', i, 'key'])}: the glossary has no title ${t.key}`],
      ),
    ),
    ...policy.value.one_circumstance.flatMap(({ part }, i) =>
      provisions
        .flatMap((t) => wholeDongFaults(t.value, part, rules.versions))
        .map((says) => `${policy.at(['one_circumstance', i, 'part'])}: ${says}`),
    ),
  ]);
  return {
    ...{ decrees, actTypes, circumstances, rules, referralSigns, policy: policy.value },
    provisions: provisions.map((t) => t.value).sort(inOrder),
    authorities: authorities.map((t) => t.value),
  };
}

/** Tables that follow one another in time leave no day without one, and no day with two. */
function broken(tables: Table<{ in_force: InForce }>[]): string[] {
  return breaks(tables.map((t) => t.value.in_force)).map(({ index, says }) => `${tables[index].at(['in_force'])}: ${says}`);
}

/** On every day from the first provision on, some table says who may sign. */
function uncovered(provisions: Table<Provision>[], authorities: Table<Authority>[]): string[] {
  const first = authorities.map((a) => a.value.in_force.from).sort()[0] ?? '9999-12-31';
  const last = authorities.some((a) => !a.value.in_force.to);
  return provisions
    .filter((p) => p.value.in_force.from < first || !last)
    .map((p) => `${p.at(['in_force'])}: no table of config/authorities says who may sign ${last ? `before ${first}` : 'from some day on'}`);
}

/** The law of penalties in `config/`, checked. */
export const penaltyLaw = readPenaltyLaw();
