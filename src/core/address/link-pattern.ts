/** How the named parts of an address look. */
export type Shapes = Record<string, string>;
export const namesIn = (pattern: string): string[] => [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

const known = new Map<Shapes, Map<string, RegExp>>();

/** `/{owner}/posts/{post}` as an expression; a path may end in a slash. */
export function shapeOf(pattern: string, shapes: Shapes, path = false): RegExp {
  const made = known.get(shapes) ?? new Map<string, RegExp>();
  known.set(shapes, made);
  const key = `${path} ${pattern}`;
  const expression = made.get(key) ?? expressionOf(pattern, shapes, path);
  made.set(key, expression);
  return expression;
}

function expressionOf(pattern: string, shapes: Shapes, path: boolean): RegExp {
  const source = pattern
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      return name ? `(?<${name}>${shapes[name] ?? '[^/?]+'})` : part.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}${path && !pattern.endsWith('/') ? (pattern.includes('?') ? '/?(?:&.*)?' : '/?') : ''}$`, 'u');
}

export function isExpression(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
