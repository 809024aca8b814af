import { pino, type DestinationStream, type Logger } from 'pino';
import { OncePerSecond } from './once-per-second.js';
import { cutText, cutValues, writeError } from './written-values.js';

/** pino's number of the level `warn`: what is less is told for no client's sake. */
const WARN = 40;

/**
 * JSON lines on standard error, so that standard output keeps the `ready` line alone. Secrets are redacted, texts are cut, and
 * warnings and errors of the same cause come once a second: the next one says how many were `leftOut`.
 */
export function createLogger(
  name: string,
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  const once = new OncePerSecond();
  return pino(
    {
      name,
      level,
      serializers: { err: writeError },
      formatters: { log: cutValues },
      hooks: {
        logMethod([first, ...rest], method, number) {
          const message = typeof first === 'string' ? first : rest[0];
          const fields = fieldsOf(first);
          const verdict = number < WARN ? { leftOut: 0 } : once.admit(String(message), fields);
          if (verdict === null) return;
          const { leftOut } = verdict;
          const told = typeof message === 'string' ? [cutText(message)] : [];
          method.apply(this, [{ ...fields, ...(leftOut > 0 && { leftOut }) }, ...told]);
        },
      },
      redact: [
        '*.secret',
        '*.token',
        '*.uri',
        'uri',
        'req.headers.authorization',
        'req.headers.cookie',
      ],
    },
    destination,
  );
}

/** What a line is told with beside its message. */
function fieldsOf(told: unknown): object {
  if (told instanceof Error) return { err: told };
  return typeof told === 'object' && told !== null ? told : {};
}

export type { Logger };
