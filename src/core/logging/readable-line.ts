interface Line {
  level: string;
  time: string;
  process: string;
  context?: string;
  stack?: string;
  msg?: string;
  [field: string]: unknown;
}

/** A pino line for a person's eyes: time, level, who, what. */
export function readableLine(json: string): string {
  const { level, time, process, context, stack, msg, ...fields } = JSON.parse(json) as Line;
  const rest = Object.entries(fields)
    .map(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? `${name}=${value}` : `${name}=${JSON.stringify(value)}`,
    )
    .join(' ');
  const said = [msg, rest].filter(Boolean).join(' ');
  return `${time.slice(11, 19)} ${level.padEnd(5)} ${process}${context ? `/${context}` : ''}: ${said}\n${stack && stack !== msg ? `${stack}\n` : ''}`;
}
