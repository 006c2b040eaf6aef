import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Class = new (...args: never[]) => unknown;
const FILE = /\.(use-case|handler|repository|view|adapter|guard|controller)\.(ts|js)$/;
const isClass = (value: unknown): value is Class => typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));

/** Every class exported by the files of a folder whose names match: adding a file is adding the thing. */
export async function classesIn(dir: string, pattern: RegExp): Promise<{ file: string; value: Class }[]> {
  const found: { file: string; value: Class }[] = [];
  const entries = readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
  for (const file of entries.filter((f) => pattern.test(f) && !/\.(spec|d)\.[tj]s$/.test(f))) {
    const module = (await import(pathToFileURL(join(dir, file)).href)) as Record<string, unknown>;
    for (const value of Object.values(module)) if (isClass(value)) found.push({ file, value });
  }
  return found;
}

/** What a room's module is made of: its controllers and providers, all of them open to rooms on the right by their door. */
export async function room(dir: string, options: { imports?: Class[]; providers?: unknown[] } = {}) {
  const found = await classesIn(dir, FILE);
  const controllers = found.filter((f) => /\.controller\./.test(f.file)).map((f) => f.value);
  const providers = [...found.filter((f) => !/\.controller\./.test(f.file)).map((f) => f.value), ...((options.providers ?? []) as Class[])];
  return { imports: options.imports ?? [], controllers, providers, exports: providers };
}
