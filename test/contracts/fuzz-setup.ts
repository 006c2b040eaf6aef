export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
}
export interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** What no field expects. */
export const WRONG: unknown[] = [
  ...[[], [[]], {}, [{}], null, true, -1, 1e308, 9_007_199_254_740_992, 2_147_483_648, 0.5, '', ' ', '\ud800', '\u202e', '\u3164'],
  ...['0000-01-01', '+275760-09-13T00:00:00Z', '2026-02-31', 'x'.repeat(70_000), { toString: 1 }, { constructor: { prototype: 1 } }],
  ...[['a', 'b'], 'http://[::1', 'https://a.example/\udfff', `'"\\\`;--`, '1e999', '__proto__', [[[[[[[[]]]]]]]], 'constructor'],
];

/** Numbers below `n`, the same ones for the same seed. */
export function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Something in the form that a schema describes. */
export function goodOf(schema: Schema | undefined, named: Record<string, Schema>): unknown {
  const s = schema?.$ref ? named[schema.$ref.split('/').at(-1)!] : (schema?.allOf?.[0] ?? schema);
  if (!s) return undefined;
  if (s.$ref) return goodOf(s, named);
  if (s.enum) return s.enum[0];
  if (s.properties) return Object.fromEntries(Object.entries(s.properties).map(([name, of]) => [name, goodOf(of, named)]));
  const type = Array.isArray(s.type) ? s.type[0] : s.type;
  if (type === 'array') return [goodOf(s.items, named)];
  if (type === 'integer' || type === 'number') return s.minimum ?? 1;
  if (type === 'boolean') return true;
  if (type === 'object') return {};
  if (s.format === 'uuid') return '11111111-1111-4111-8111-111111111111';
  if (s.format === 'email') return 'ai.do@so.example';
  if (s.format === 'uri') return 'https://a.example/p/1';
  if (s.pattern?.includes('[0-9a-f]{64}')) return 'a'.repeat(64);
  if (s.pattern?.includes('\\d{4}')) return '2026-12-01';
  return 'một câu đủ dài cho mọi ô'.slice(0, s.maxLength);
}

/** The form again and again, each time with one thing in it that is wrong. */
export function spoilt(good: unknown, wrong: unknown[]): unknown[] {
  if (typeof good !== 'object' || good === null) return wrong;
  return Object.entries(good).flatMap(([name, inner]) =>
    [...wrong, ...(typeof inner === 'object' ? spoilt(inner, wrong) : [])].map((w) =>
      Array.isArray(good) ? good.map((old: unknown, i) => (String(i) === name ? w : old)) : { ...good, [name]: w },
    ),
  );
}
