import type { LoggerService } from '@nestjs/common';
import pino, { type Level } from 'pino';
import type { Settings } from '../config.js';
import { readableLine } from './readable-line.js';
import { scrub } from './scrub.js';

const START_UP = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

/** The framework's and the house's own messages as pino lines: JSON in production, else one readable line each. */
export class OfficeLogger implements LoggerService {
  private readonly pino: pino.Logger;

  constructor(
    name: string,
    settings: Pick<Settings, 'logLevel' | 'production'>,
    write: (line: string) => void = (line) => void process.stdout.write(line),
  ) {
    const readable = !settings.production;
    this.pino = pino(
      {
        level: settings.logLevel,
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
