import { createLogger } from '../../shared/process/logger.js';
import { checkGatewaySettings } from './check-gateway.js';
import { launchNetwork } from './launch.js';
import { readNetworkFolder } from './network-folder.js';
import { parseOptions, USAGE } from './options.js';
import { parseNetworkSettings } from './settings.js';

/** `npm start`: boots a whole network and stops it on Ctrl-C. */
async function main(): Promise<void> {
  const settings = parseNetworkSettings(process.env);
  const options = parseOptions(process.argv.slice(2), settings);
  const network = readNetworkFolder(options.networkDir, settings);
  const unknown = [...options.without, ...options.endpoints.keys()].filter(
    (id) => !network.fileByCooperative.has(id) && !network.endpoints.has(id),
  );
  if (unknown.length > 0) {
    throw new Error(`${options.networkDir} has no cooperative ${unknown.join(', ')}.`);
  }
  await checkGatewaySettings(process.env);
  const log = createLogger('network', settings.LOG_LEVEL);
  // A network may be stopped while it starts.
  const state = { isStopping: false, close: (): Promise<void> => Promise.resolve() };
  const stop = (): void => {
    if (state.isStopping) return;
    state.isStopping = true;
    void state.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  await launchNetwork({
    options,
    network,
    settings,
    env: process.env,
    log,
    onClosable: (close) => {
      state.close = close;
    },
    onReady: (name, url) => process.stdout.write(`ready ${name} ${url}\n`),
  }).catch((error: unknown) => {
    // What is stopped while it starts does not start.
    if (!state.isStopping) throw error;
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (
    error instanceof Error &&
    'code' in error &&
    String(error.code).startsWith('ERR_PARSE_ARGS')
  ) {
    process.stderr.write(`${USAGE}\n`);
  }
  process.exit(1);
});
