import { z } from 'zod';

/** Settings that every process of the hub has. */
export const ProcessSettings = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for all.'),
  EXPOSE: z
    .enum(['true', 'false'])
    .default('false')
    .describe('`true` lets HOST be reached from other machines outside production, too.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('warn')
    .describe('What is logged.'),
  NODE_ENV: z
    .enum(['development', 'production', 'test'], {
      error: 'wanted development, production or test',
    })
    .default('development')
    .describe('`production` closes what is open to developers.'),
  IDENTITY_FILE: z
    .string()
    .optional()
    .describe('Whose access tokens are taken, and for what. Unset: nobody signs in.'),
});

/** Settings of every process that stores something. */
export const StorageSettings = z.object({
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//)
    .optional()
    .describe('Secret: never logged. Names the database too. Unset: an embedded store is started.'),
  MONGODB_TIMEOUT_MS: z.coerce.number().int().positive().default(5_000).describe('Per query.'),
  NOW: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Stops the domain clock; not in production.'),
});

/** What a document may cost at a subgraph: what the gateway makes of the dearest that it takes costs less. */
export const SUBGRAPH_MAX_COST = 200_000;

/** Settings of every subgraph. */
export const SubgraphSettings = z.object({
  SUBGRAPH_MAX_COST: z.coerce
    .number()
    .int()
    .positive()
    .default(SUBGRAPH_MAX_COST)
    .describe('What a document may cost at a subgraph itself.'),
});

/** Settings of every process that reads official lists, which are those that commands work for. */
export const ListSettings = z.object({
  LISTS_DIR: z.string().optional().describe('Folder with official lists as CSV files.'),
  NETWORK_ID: z
    .string()
    .optional()
    .describe('The network that commands work on, where there are several.'),
});

/** Settings of every process that holds strangers to the network's limits. */
export const LimitSettings = z.object({
  NETWORK_FILE: z
    .string()
    .optional()
    .describe('`network.json`, whose `limits` hold. Unset: the usual limits.'),
});

/** Addresses by which nobody but this machine reaches a process. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

/**
 * Settings of a process that listens: outside production, where much is open to whoever reaches it, that is this machine alone
 * unless it is told twice.
 */
export function withLoopback<
  Shape extends z.ZodObject<Pick<typeof ProcessSettings.shape, 'HOST' | 'EXPOSE' | 'NODE_ENV'>>,
>(settings: Shape): Shape {
  return settings.refine(
    ({ HOST, EXPOSE, NODE_ENV }) =>
      LOOPBACK.test(HOST) || EXPOSE === 'true' || NODE_ENV === 'production',
    {
      path: ['HOST'],
      message:
        'wanted an address of this machine alone outside production, such as 127.0.0.1, or EXPOSE=true beside it',
    },
  );
}

/** Whether a process answers nobody but programs of its own machine: outside production, unless it is told to. */
export function isForThisMachine({
  HOST,
  EXPOSE,
  NODE_ENV,
}: Pick<z.output<typeof ProcessSettings>, 'HOST' | 'EXPOSE' | 'NODE_ENV'>): boolean {
  return LOOPBACK.test(HOST) && EXPOSE !== 'true' && NODE_ENV !== 'production';
}

/** Settings of a process that listens and has a clock: in production that runs. */
export function withRunningClock<
  Shape extends z.ZodObject<
    Pick<typeof ProcessSettings.shape, 'HOST' | 'EXPOSE' | 'NODE_ENV'> &
      Pick<typeof StorageSettings.shape, 'NOW'>
  >,
>(settings: Shape): Shape {
  return withLoopback(settings).refine(
    ({ NOW, NODE_ENV }) => NOW === undefined || NODE_ENV !== 'production',
    {
      path: ['NOW'],
      message: 'must be unset in production',
    },
  );
}

/**
 * Reads the settings that a schema knows; an empty one is none.
 * @throws Error naming every bad setting, never its value.
 */
export function parseConfig<Shape extends z.ZodObject>(
  settings: Shape,
  env: NodeJS.ProcessEnv,
): Readonly<z.output<Shape>> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`Invalid configuration:\n${lines.join('\n')}`);
}
