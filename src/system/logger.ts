import { pino } from 'pino';
import type { Config } from '../config.ts';
import type { Logger } from '../ports/logger.ts';

/** One JSON line per event on standard output. */
export function createLogger(level: Config['logLevel']): Logger {
  const log = pino({
    level,
    base: null,
    errorKey: 'error',
    formatters: { level: (label) => ({ level: label }) },
  });
  return {
    info: (event, facts) => log.info(facts ?? {}, event),
    warn: (event, facts) => log.warn(facts ?? {}, event),
    error: (event, facts) => log.error(facts ?? {}, event),
  };
}
