import { createLogger } from '../../shared/process/logger.js';
import { endProcess, ENDED_WITHIN_MS } from '../../shared/process/end.js';
import { watchParent } from '../../shared/process/parent.js';
import { answerHelp } from '../../shared/process/usage.js';
import { checkGatewaySettings } from './check-gateway.js';
import { launchNetwork, type StartedNetwork } from './launch.js';
import { readNetworkFolder } from './network-folder.js';
import { parseOptions, USAGE } from './options.js';
import { parseNetworkSettings } from './settings.js';
import { messageOf } from '../../shared/process/message-of.js';

/** Its processes end at the same time and its store, which they need until then, after them; the rest is to spare. */
const CLOSED_WITHIN_MS = 2 * ENDED_WITHIN_MS + 2_000;

/**
 * Boots a whole network from a command line, and stops it on SIGINT, SIGTERM or when its parent has ended.
 * @returns Once its gateway is ready; null when it was stopped before.
 * @throws Error with a sentence for people.
 */
export async function runNetwork(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<StartedNetwork | null> {
  answerHelp(args, USAGE);
  process.title = 'hub network';
  // A network may be stopped while it starts.
  const state = { isStopping: false, close: (): Promise<void> => Promise.resolve() };
  const settings = parseNetworkSettings(env);
  const log = createLogger('network', settings.LOG_LEVEL);
  const stop = (): void => {
    if (state.isStopping) return;
    state.isStopping = true;
    endProcess(() => state.close(), log, CLOSED_WITHIN_MS);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  watchParent(stop);
  const options = parseOptions(args, settings);
  const network = readNetworkFolder(options.networkDir, settings);
  const unknown = [...options.without, ...options.endpoints.keys()].filter(
    (id) => !network.fileByCooperative.has(id) && !network.endpoints.has(id),
  );
  if (unknown.length > 0) {
    throw new Error(`${options.networkDir} has no cooperative ${unknown.join(', ')}.`);
  }
  await checkGatewaySettings(env);
  return launchNetwork({
    options,
    network,
    settings,
    env,
    log,
    onClosable: (close) => {
      state.close = close;
    },
    onReady: (name, url) => process.stdout.write(`ready ${name} ${url}\n`),
  }).catch((error: unknown) => {
    if (!state.isStopping) throw error;
    // What is stopped while it starts does not start.
    return null;
  });
}

/** For what a command line throws: one sentence on standard error, and the usage where the command line itself is at fault. */
export function exitWith(error: unknown): never {
  process.stderr.write(`${messageOf(error)}\n`);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS')) process.stderr.write(`${USAGE}\n`);
  process.exit(1);
}
