// Of what was found on the fresh machine: what is right, and the tables.
const LATER_START_SECONDS = 10;

/** `absent`: programs that must not be there; `has`: those of them that are. */
export function report(found, absent, has) {
  const name = ({ who }) => (who.uid === 0 ? 'root' : 'an ordinary user');
  const checks = (f) => [
    ['the office was filled without a failed capture, and a package verifies', f.office.holds && !/left out/.test(f.first.out)],
    [`a later start answers within ${LATER_START_SECONDS} s`, f.laterPage <= LATER_START_SECONDS],
    ['SIGTERM leaves no process', f.ended.left.length === 0 && f.endedAgain.left.length === 0],
    ['after SIGKILL of everything each acknowledged report is there', f.receipts.length > 0 && f.missing.length === 0],
    ['and the log holds', JSON.parse(f.audit || '{}').holds === true],
    ['nothing on the error stream', f.noise.length === 0],
    ...f.refusals.map(([says, , , right]) => [says, right]),
  ];
  const rows = (label, of) => [label, ...found.map(of)];
  const wrong = found.flatMap((f) =>
    checks(f)
      .filter(([, right]) => !right)
      .map(([says]) => `${name(f)}: ${says}`),
  );
  for (const f of found) if (f.noise.length > 0) console.error(`${name(f)}, error stream:\n${f.noise.slice(0, 20).join('\n')}`);
  return {
    title: 'From `git clone` to a working office on a fresh machine',
    holds: wrong.length === 0 && has.length === 0,
    says:
      `A Debian 12 made by debootstrap (minbase) with the Node and npm of this machine and nothing else (${has.length === 0 ? `no ${absent.join(', ')}` : `but it has ${has.join(', ')}`}), with its own root, mounts and processes; it shares the network of this machine, and its packages come from the registry that this machine's npm knows. ` +
      'The clone is made from outside into its folder, since it has no git. All is started by `npm start` in a path with spaces and Vietnamese letters, without a terminal, with the ports told by a file of settings.' +
      (wrong.length > 0 ? ` Not so: ${wrong.join('; ')}.` : ''),
    tables: [
      {
        head: ['measured', ...found.map(name)],
        rows: [
          rows('`git clone` to the first page, s', (f) => f.page),
          rows('`git clone` to a filled office, s', (f) => f.filled),
          rows('later start to the first page, s', (f) => f.laterPage),
          rows('start after SIGKILL of everything, s', (f) => f.afterPage),
          rows('SIGTERM to the end of all, s', (f) => f.ended.seconds),
          rows('processes left by SIGTERM', (f) => f.ended.left.length + f.endedAgain.left.length),
          rows('reports acknowledged before the kill', (f) => f.receipts.length),
          rows('of them lost', (f) => f.missing.length),
          rows('node_modules, MB', (f) => f.sizes.node_modules),
          rows('built server and console, MB', (f) => f.sizes.dist),
          rows('data of the filled office, browser included, MB', (f) => f.sizes.data),
          rows(
            'waiting in triage / with a sealed capture / failed',
            (f) => `${f.office.waiting} / ${f.office.captured} / ${f.office.failed}`,
          ),
          rows('cases', (f) => f.office.cases),
          rows('one of them', (f) => (f.office.line ? `“${f.office.line.slice(0, 60)}…”, ${f.office.kilobytes} kB, verified` : 'none')),
        ],
      },
      ...found.map((f) => ({
        head: [`refused to ${name(f)}`, 'said', 'exit code', ''],
        rows: f.refusals.map(([says, said, code, right]) => [says, said, code, right ? 'as it should' : '**wrong**']),
      })),
    ],
  };
}
