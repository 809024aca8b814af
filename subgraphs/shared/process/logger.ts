import { pino, type Logger } from 'pino';

/** JSON lines on standard error, so that standard output keeps the `ready` line alone. Secrets are redacted. */
export function createLogger(name: string, level: string): Logger {
  return pino(
    {
      name,
      level,
      redact: [
        '*.secret',
        '*.token',
        '*.uri',
        'uri',
        'req.headers.authorization',
        'req.headers.cookie',
      ],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

export type { Logger };
