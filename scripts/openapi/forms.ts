import { ApiProperty } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';

type Dto = new () => object;
interface Check {
  name?: string;
  type: string;
  each: boolean;
  constraints: unknown[];
}
type Schema = Record<string, unknown>;

const ISO_DATE = { type: 'string', format: 'date-time' };
const SAYS: Record<string, (given: unknown[]) => Schema> = {
  isString: () => ({ type: 'string' }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isEmail: () => ({ type: 'string', format: 'email' }),
  isUrl: () => ({ type: 'string', format: 'uri' }),
  isDateString: () => ISO_DATE,
  isIso8601: () => ISO_DATE,
  isObject: () => ({ type: 'object', additionalProperties: true }),
  isIn: ([values]) => ({ enum: (values as unknown[]).filter((v) => v !== null), type: typeof (values as unknown[])[0] }),
  matches: ([pattern]) => ({ type: 'string', pattern: (pattern as RegExp).source }),
  maxLength: ([max]) => ({ maxLength: max }),
  minLength: ([min]) => ({ minLength: min }),
  isLength: ([min, max]) => ({ minLength: min, ...(max === undefined ? {} : { maxLength: max }) }),
  min: ([least]) => ({ minimum: least }),
  max: ([most]) => ({ maximum: most }),
  isNotEmpty: () => ({ minLength: 1 }),
};
const SAYS_OF_LISTS: Record<string, (given: unknown[]) => Schema> = {
  isArray: () => ({}),
  arrayMaxSize: ([most]) => ({ maxItems: most }),
  arrayMinSize: ([least]) => ({ minItems: least }),
  arrayNotEmpty: () => ({ minItems: 1 }),
  arrayUnique: () => ({ uniqueItems: true }),
};

const checksOf = (dto: Dto): (Check & { propertyName: string })[] =>
  getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false) as never;
export const isForm = (type: unknown): type is Dto => typeof type === 'function' && checksOf(type as Dto).length > 0;

const named = new Map<string, Dto>();

/** Tells the API description what the checks of a form already say, so that neither says more than the other. */
export function describeForm(dto: Dto, known = new Set<Dto>()): void {
  if (known.has(dto)) return;
  known.add(dto);
  if ((named.get(dto.name) ?? dto) !== dto) throw new Error(`Two forms are called ${dto.name}: the description would hold one of them`);
  named.set(dto.name, dto);
  const all = checksOf(dto);
  for (const name of new Set(all.map((c) => c.propertyName))) {
    const checks = all.filter((c) => c.propertyName === name);
    const nested = checks.some((c) => c.type === 'nestedValidation') ? nestedIn(dto, name) : undefined;
    if (nested) describeForm(nested, known);
    ApiProperty(propertyOf(checks, nested) as never)(dto.prototype as object, name);
  }
}

function propertyOf(checks: Check[], nested: Dto | undefined): Schema {
  const isList = checks.some((c) => c.each || (c.name !== undefined && c.name in SAYS_OF_LISTS));
  const conditions = checks.filter((c) => c.type === 'conditionalValidation');
  const required = !conditions.some((c) => c.name === 'isOptional');
  const nullable =
    conditions.some((c) => c.name !== 'isOptional') ||
    checks.some((c) => c.name === 'isIn' && (c.constraints[0] as unknown[]).includes(null));
  const one = Object.assign({}, ...checks.map((c) => SAYS[c.name ?? '']?.(c.constraints) ?? {})) as Schema;
  if (one.pattern && one.format === 'date-time') delete one.format; // a day: the pattern says more
  const list = Object.assign({}, ...checks.map((c) => SAYS_OF_LISTS[c.name ?? '']?.(c.constraints) ?? {})) as Schema;
  if (nested) return { required, type: () => nested, isArray: isList, ...list };
  return isList
    ? { required, type: 'array', items: one, ...list }
    : { required, type: 'string', ...one, ...(nullable ? { nullable } : {}) };
}

/** The class of a nested form, as the reader of bodies makes it. */
function nestedIn(dto: Dto, name: string): Dto | undefined {
  const made = (plainToInstance(dto, { [name]: {} }) as Record<string, object | undefined>)[name];
  return made && made.constructor !== Object ? (made.constructor as Dto) : undefined;
}
