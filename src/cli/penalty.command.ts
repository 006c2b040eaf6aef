import type { Command } from 'commander';
import { readSettings } from '../core/config.js';
import type { CaseFault } from '../enforcement/penalty/field-reader.js';
import { standardInput } from './input.js';
import { tellPenalty } from './tell-penalty.js';

const LARGEST = 1_000_000;
const EXAMPLE = {
  subject: { kind: 'individual' },
  acts: [
    {
      types: ['false-info-social'],
      where: 'social-network',
      started: '2021-07-26',
      discovered: '2021-07-27',
      status: { answer: 'ended', reason: 'removed by its author on the same day' },
      circumstances: ['mitigating:1', 'mitigating:2'],
    },
  ],
  decidedOn: '2021-08-05',
};
const HELP = `
The case, in JSON on the standard input:
  subject         {kind: individual | organisation, age?}
  acts            one or more of one subject (several people: a case each), with
    types           what it is, by config/act-types.yaml; several where it may be several
    where           social-network | website | offline
    started         a day, month, year, or moment with its offset
    discovered      the same; may be left out once the act is answered to have ended
    status          {answer: ended | ongoing, ended?, reason}: the inspector's answer; without it both readings are shown
    provision       {id, reason}: the provision that a person chose
    circumstances   accepted ones, such as mitigating:2, aggravating:g (config/circumstances.yaml)
    amount          {value, reason}: what a person decided where the law says only "between"
    returnedByPolice, evasionEnded   what moves limitation
  crime           {signs, refer?, reason?}: signs of a crime (config/referral-signs.yaml), and what a person decided
  decidedOn       the day of signing; limitation and competence are judged once it is told
  signer          a title of config/authorities
  confirmations   [{about, by, on, document}]: what a lawyer confirmed

Example:
  lachan penalty compute --json < case.json
where case.json holds
  ${JSON.stringify(EXAMPLE)}`;

export default (program: Command): void => {
  program
    .command('penalty')
    .description('The law of penalties.')
    .command('compute')
    .description('Frame, fine, questions and reasons against signing, for a case on the standard input. Needs no server and no database.')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText('after', HELP)
    .action(async (options: { json?: boolean }) => {
      const { penaltyLaw } = await import('../enforcement/penalty/penalty-table.js');
      const { readCase } = await import('../enforcement/penalty/read-case.js');
      const { computePenalty } = await import('../enforcement/penalty/compute.js');
      const value = parse(await standardInput(LARGEST, 'case'));
      const read = 'faults' in value ? value : readCase(value.json, penaltyLaw, readSettings().timeZone);
      if ('faults' in read) return refuse(read.faults, options.json);
      const penalty = computePenalty(read.case, penaltyLaw);
      process.stdout.write(options.json ? `${JSON.stringify(penalty)}\n` : `${tellPenalty(penalty).join('\n')}\n`);
    });
};

function parse(text: string): { json: unknown } | { faults: CaseFault[] } {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return { faults: [{ field: 'case', rule: 'isObject', says: `this is not JSON: ${(error as Error).message}` }] };
  }
}
function refuse(faults: CaseFault[], json?: boolean): void {
  const error = faults.map((f) => `${f.field}: ${f.says}`).join('\n');
  if (json) process.stdout.write(`${JSON.stringify({ error, faults })}\n`);
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
}
