// Packages are damaged by chance; the verifier and a reader of another hand must both find every damage, and the verifier name it.
import { createPublicKey } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transpile } from '../scripts/transpile.mjs';

const root = join(import.meta.dirname, '..');

export default async function prove([count = '10000', seed = '1']) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = mkdtempSync(join(root, '.cache', 'prove-'));
  const dir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'lachan-prove-'));
  try {
    transpile(root, code, ['src', 'test/kit']);
    const load = (path) => import(join(code, path));
    const { damage, isNamed } = await load('test/kit/package-damages.js');
    const { officeKey, samplePackage } = await load('test/kit/sample-package.js');
    const { verifySource } = await load('src/core/verification/verify.js');
    const { nodeMeans } = await load('src/core/verification/node/means.js');
    const { fingerprintOf } = await load('src/core/evidence/package-keys.js');
    const { verifyIndependently } = await import('../test/kit/independent-package-verifier.mjs');
    const key = officeKey();
    const keys = [fingerprintOf(createPublicKey(key))];
    const [whole, other] = await Promise.all(
      ['một', 'hai'].map(async (name) => readFileSync(await samplePackage(join(dir, name), key, `Tin ${name}`))),
    );
    const verify = (bytes) =>
      verifySource(
        'x.wacz',
        { size: bytes.length, read: (at, n) => Promise.resolve(bytes.subarray(at, at + n)) },
        { tokens: [], receipt: null },
        { means: nodeMeans, keys },
      );
    const kinds = new Map();
    for (let number = 0; number < Number(count); number++) {
      const { kind, bytes } = damage(whole, other, number, Number(seed));
      const [verdict, second] = [await verify(bytes), verifyIndependently(bytes, keys)];
      const told = kinds.get(kind) ?? { tried: 0, missed: [], unnamed: 0, second: 0, codes: new Map() };
      kinds.set(kind, told);
      told.tried++;
      if (verdict.holds) told.missed.push(number);
      const named = verdict.faults.map((fault) => fault.code);
      if (!isNamed(kind, named)) told.unnamed++;
      if (second.holds) told.second++;
      for (const code of new Set(named)) told.codes.set(code, (told.codes.get(code) ?? 0) + 1);
    }
    const controls = [await verify(whole), await verify(other)].every((verdict) => verdict.holds);
    const all = [...kinds.values()];
    const missed = all.reduce((n, { missed: m }) => n + m.length, 0);
    const unnamed = all.reduce((n, { unnamed: u }) => n + u, 0);
    const missedBySecond = all.reduce((n, { second }) => n + second, 0);
    return {
      title: `Damages to a package: ${count}`,
      holds: missed === 0 && unnamed === 0 && missedBySecond === 0 && controls,
      says: `${count} damages of ${kinds.size} kinds to a package of ${whole.length} bytes (seed ${seed}): ${missed} were not found by the verifier, ${unnamed} not named for what they are, ${missedBySecond} not by the reader of another hand. The packages without damage ${controls ? 'hold' : 'DO NOT HOLD'}.`,
      tables: [
        {
          head: ['damage', 'tried', 'not found', 'not found by the other reader', 'named as (the commonest)'],
          rows: [...kinds].map(([kind, { tried, missed: m, second, codes }]) => [
            kind,
            tried,
            m.length,
            second,
            [...codes]
              .sort((a, b) => b[1] - a[1])
              .slice(0, 4)
              .map(([name]) => name)
              .join(', '),
          ]),
        },
      ],
    };
  } finally {
    rmSync(code, { recursive: true, force: true });
    rmSync(dir, { recursive: true, force: true });
  }
}
