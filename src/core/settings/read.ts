import { existsSync } from 'node:fs';
import { readYaml, type YamlFile } from '../yaml-file.js';
import type { Setting, ValuesOf } from './table.js';

type Table = Record<string, Setting<unknown>>;

/** Where settings come from: the environment before the file of the house's own, that before the defaults. */
export class Sources {
  readonly faults: string[] = [];
  private readonly files: YamlFile[];

  constructor(
    private readonly env: NodeJS.ProcessEnv,
    defaults: string,
    private readonly production: boolean,
  ) {
    const own = env.LACHAN_CONFIG;
    if (own && !existsSync(own)) this.faults.push(`LACHAN_CONFIG names ${own}, and there is no such file`);
    this.files = [...(own && existsSync(own) ? [own] : []), defaults].map((file) => this.open(file));
  }

  read<T extends Table>(table: T): ValuesOf<T> {
    return Object.fromEntries(Object.entries(table).map(([name, setting]) => [name, this.valueOf(setting)])) as ValuesOf<T>;
  }

  /** What a file says and no table knows: a misspelt key would else be a setting that silently does nothing. */
  refuseUnknown(keys: string[]): void {
    for (const file of this.files)
      for (const path of unknown(file.value, keys)) this.faults.push(`${file.at(path)}: there is no setting named ${path.join('.')}`);
  }

  private valueOf(setting: Setting<unknown>): unknown {
    const { key, env, is } = setting;
    const path = key.split('.');
    const text = this.env[env];
    if (text) return this.checked(setting, is.fromText(text), () => env);
    const file = this.files.find((f) => valueAt(f.value, path) !== undefined);
    if (!file) return void this.faults.push(`there is no value for ${key} (${env})`);
    const value = valueAt(file.value, path);
    const given = file !== this.files.at(-1) && value !== '' && value !== null;
    if (this.production && setting.ownInProduction && !given)
      this.faults.push(`${env} is needed when NODE_ENV=production (in a file: ${key})`);
    return this.checked(setting, value, () => `${file.at(path)}: ${key}`);
  }

  private checked({ is, secret }: Setting<unknown>, value: unknown, where: () => string): unknown {
    const accepted = is.accept(value);
    if (accepted === undefined) this.faults.push(`${where()} must be ${is.says}${secret ? '' : `, and ${shown(value)} is not`}`);
    return accepted;
  }

  private open(file: string): YamlFile {
    try {
      const read = readYaml(file);
      if (read.value === null || isMap(read.value)) return read;
      this.faults.push(`${file} must hold settings, each as \`name: value\``);
    } catch (error) {
      this.faults.push((error as Error).message);
    }
    return { value: {}, at: () => file };
  }
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 100);
function valueAt(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>((at, step) => (isMap(at) && Object.hasOwn(at, step) ? at[step] : undefined), value);
}
/** Paths that are neither a key nor lead to one. */
function unknown(value: unknown, keys: string[], path: string[] = []): string[][] {
  const name = path.join('.');
  if (keys.includes(name)) return [];
  const leads = path.length === 0 || keys.some((key) => key.startsWith(`${name}.`));
  return leads && isMap(value)
    ? Object.entries(value).flatMap(([key, inner]) => unknown(inner, keys, [...path, key]))
    : path.length > 0
      ? [path]
      : [];
}
