// npm run prove -- NAME [PART]: runs proofs/NAME.mjs and writes what it found, with date, machine and command, to docs/proofs/.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { toItsEnd } from './to-its-end.mjs';

const root = join(import.meta.dirname, '..');
const dir = join(root, 'proofs');
const names = readdirSync(dir)
  .filter((f) => f.endsWith('.mjs'))
  .map((f) => f.slice(0, -4));
const [name, ...rest] = process.argv.slice(2);
if (!name || !existsSync(join(dir, `${name}.mjs`))) {
  console.error(`Which proof? One of: ${names.join(', ')}`);
  process.exit(2);
}

function system() {
  const release = existsSync('/etc/os-release')
    ? /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
    : process.platform;
  return `${cpus().length} × ${cpus()[0]?.model.trim() || 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${release}, Node ${process.version}`;
}
function commit() {
  const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? '';
  return `${git('rev-parse', '--short', 'HEAD') || 'unknown'}${git('status', '--porcelain', '--untracked-files=no', '--', 'src', 'config', 'migrations', 'test', 'proofs') ? ' with changes that are not committed' : ''}`;
}
const table = ({ head, rows }) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const [began, proved] = [new Date(), commit()]; // as it was when the run began
const { default: prove } = await import(join(dir, `${name}.mjs`));
const { title, says, tables, holds } = await toItsEnd(() => prove(rest));
const report = `# ${title}

${holds ? 'It holds.' : '**It does not hold.**'} ${says}

${tables.map(table).join('\n\n')}

- date: ${began.toISOString()}, took ${Math.round((Date.now() - began) / 1_000)} s
- machine: ${system()}
- commit: ${proved}
- command: \`npm run prove -- ${[name, ...rest].join(' ')}\`
`;
mkdirSync(join(root, 'docs', 'proofs'), { recursive: true });
const part = [name, ...rest.filter((word) => /^\w+$/.test(word))].join('-');
const file = join('docs', 'proofs', `${began.toISOString().slice(0, 10)}-${part}.md`);
writeFileSync(join(root, file), report);
console.log(`${report}\nWritten to ${file}`);
process.exit(holds ? 0 : 1);
