// A second verifier of the published log, by docs/event-format.md; it shares no code with the program.
// node test/kit/independent-public-verifier.mjs FOLDER [FOLDER_OF_KEPT_HEADS]: one line of JSON, exit code 0 only if the log holds.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { write } from './independent-verifier.mjs';

const hash = (bytes) => createHash('sha256').update(bytes).digest();
const headsIn = (folder) =>
  readFileSync(join(folder, 'heads.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ ...JSON.parse(line), folder }));

function isSigned(head) {
  const file = join(head.folder, `public-${head.key}.pem`);
  if (!/^[0-9a-f]{16}$/.test(head.key) || !existsSync(file)) return false;
  const key = createPublicKey(readFileSync(file));
  const name = hash(key.export({ type: 'spki', format: 'der' })).toString('hex');
  const statement = ['lachan-head/1', head.seq, head.head, head.at].map((line) => `${line}\n`).join('');
  return name.startsWith(head.key) && verify(null, Buffer.from(statement), key, Buffer.from(head.signature, 'base64'));
}

export function check(folder, kept) {
  const heads = [...(kept ? headsIn(kept) : []), ...headsIn(folder)];
  for (const head of heads) if (!isSigned(head)) return { holds: false, says: `the signature of head ${head.seq} is not valid` };
  let [seq, chain] = [0, Buffer.alloc(32)];
  const types = {};
  const files = readdirSync(folder).filter((name) => /^\d{6}\.jsonl$/.test(name));
  for (const file of files.sort())
    for (const text of readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1)) {
      const line = JSON.parse(text);
      if (line.seq !== seq + 1 || write(line) !== text) return { holds: false, says: `event ${seq + 1} is missing or not canonical` };
      seq += 1;
      const number = Buffer.alloc(8);
      number.writeBigUInt64BE(BigInt(seq));
      const digest = hash(Buffer.concat([hash(Buffer.from(write(line.public))), Buffer.from(line.office, 'hex')]));
      chain = hash(Buffer.concat([number, chain, digest]));
      const head = chain.toString('hex');
      if (head !== line.head || heads.some((h) => Number(h.seq) === seq && h.head !== head))
        return { holds: false, says: `the chain breaks at ${seq}` };
      types[line.public.type] = (types[line.public.type] ?? 0) + 1;
    }
  if (Math.max(0, ...heads.map((h) => Number(h.seq))) !== seq)
    return { holds: false, says: `the log ends at ${seq}, and its heads do not` };
  return { holds: true, sealedTo: seq, types };
}

if (process.argv[1] === import.meta.filename) {
  const verdict = check(process.argv[2], process.argv[3]);
  console.log(JSON.stringify(verdict));
  process.exitCode = verdict.holds ? 0 : 1;
}
