import { open } from 'node:fs/promises';
import { standardInput } from './input.js';
import { WrongUse } from './wrong-use.js';

/** a file of one network's cookies; what a browser keeps of all is longer */
const MOST = 60_000;

/** A file of cookies as text; `-` is the standard input, so that it need not lie on a disk. What stands in it is said nowhere. */
export async function cookiesGiven(path: string): Promise<string> {
  if (path === '-') return standardInput(MOST, 'file of cookies');
  const file = await open(path);
  try {
    const held = Buffer.alloc(MOST + 1);
    let size = 0;
    for (let came = 1; came > 0 && size < held.length; size += came)
      came = (await file.read(held, size, held.length - size, null)).bytesRead;
    if (size > MOST) throw new WrongUse(`${path} is larger than ${MOST} bytes: give the cookies of one network alone`);
    return held.toString('utf8', 0, size).replace(/^\ufeff/, '');
  } finally {
    await file.close();
  }
}

/** Names of hosts with commas between. */
export const hostsGiven = (hosts: string): string[] =>
  hosts
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter(Boolean);
