import type { LoggerService } from '@nestjs/common';
import pino, { type Level } from 'pino';
import { readableLine } from './readable-line.js';
import { scrub } from './scrub.js';

const LEVELS: readonly string[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'];
const START_UP = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

/** Says which lines are written: LOG_LEVEL, else info in production and warn where a newcomer reads the console. */
export function logLevel(env: NodeJS.ProcessEnv): Level {
  const level = env.LOG_LEVEL || (env.NODE_ENV === 'production' ? 'info' : 'warn');
  if (!LEVELS.includes(level)) throw new Error(`Configuration: LOG_LEVEL must be one of ${LEVELS.join(', ')}`);
  return level as Level;
}

/** The framework's and the house's own messages as pino lines: JSON in production, else one readable line each. */
export class OfficeLogger implements LoggerService {
  private readonly pino: pino.Logger;

  constructor(
    name: string,
    env: NodeJS.ProcessEnv = process.env,
    write: (line: string) => void = (line) => void process.stdout.write(line),
  ) {
    const readable = env.NODE_ENV !== 'production';
    this.pino = pino(
      {
        level: logLevel(env),
        base: { process: name },
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
      },
      { write: (line: string) => write(scrub(readable ? readableLine(line) : line)) },
    );
  }

  log(message: unknown, context?: string): void {
    this.write(START_UP.has(context ?? '') ? 'debug' : 'info', message, context);
  }
  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }
  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }
  verbose(message: unknown, context?: string): void {
    this.write('trace', message, context);
  }
  fatal(message: unknown, ...rest: string[]): void {
    this.write('fatal', message, rest.at(-1), rest.length > 1 ? rest[0] : undefined);
  }
  /** Nest gives (message, context) or (message, stack, context). */
  error(message: unknown, ...rest: string[]): void {
    this.write('error', message, rest.at(-1), rest.length > 1 ? rest[0] : undefined);
  }

  private write(level: Level, message: unknown, context?: string, stack?: string): void {
    const more = { context, ...(stack ? { stack } : {}) };
    if (message instanceof Error) this.pino[level]({ ...more, stack: message.stack }, message.message);
    else if (typeof message === 'object' && message !== null) this.pino[level]({ ...more, ...message });
    else this.pino[level](more, String(message));
  }
}
