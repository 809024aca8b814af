import { systemClock } from '../subgraphs/shared/process/clock.js';
import { loadSigner } from '../subgraphs/shared/identity/processes/key-file.js';
import { RegistryFollower } from '../subgraphs/shared/owners/endpoint-table.js';
import { isForThisMachine } from '../subgraphs/shared/process/config.js';
import { createLogger, type Logger } from '../subgraphs/shared/process/logger.js';
import { runProcess, type Closable } from '../subgraphs/shared/process/process.js';
import { takeNoArguments, usageOf } from '../subgraphs/shared/process/usage.js';
import { GatewaySettings, parseGatewayConfig, type GatewayConfig } from './config.js';
import { accessLogStream } from './http/access-log.js';
import { createNoOwners } from './no-owners.js';
import { createGatewayServer } from './server.js';
import { messageOf } from '../subgraphs/shared/process/message-of.js';

// Apollo Gateway would else tell its maker about this machine, and ask the cloud around it what it is.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

function createFollower(config: GatewayConfig, log: Logger): RegistryFollower | null {
  const { REGISTRY_URL: registryUrl, REGISTRY_POLL_MS: pollMs, DEADLINE_MS: timeoutMs } = config;
  return registryUrl === undefined
    ? null
    : new RegistryFollower({ registryUrl, pollMs, timeoutMs, log });
}

async function start(config: GatewayConfig, log: Logger): Promise<Closable & { url: string }> {
  const follower = createFollower(config, log);
  const table = follower ?? createNoOwners();
  const signer = loadSigner(config.PROCESS_KEY_FILE, {
    issuer: 'gateway',
    isProduction: config.NODE_ENV === 'production',
  });
  const accessLog = config.ACCESS_LOG ? accessLogStream() : undefined;
  const clock = systemClock;
  const server = await createGatewayServer({ config, table, signer, clock, log, accessLog });
  await follower?.start();
  const url = await server.listen(config.HOST, config.PORT, isForThisMachine(config));
  return {
    url,
    close: async () => {
      await server.close();
      await follower?.close();
    },
  };
}

takeNoArguments(
  process.argv.slice(2),
  usageOf('npm run gateway', 'Answers clients over all subgraphs.', GatewaySettings),
);

try {
  const config = parseGatewayConfig(process.env);
  const log = createLogger('gateway', config.LOG_LEVEL);
  await runProcess('gateway', log, () => start(config, log));
} catch (error) {
  process.stderr.write(`gateway: ${messageOf(error)}\n`);
  process.exit(1);
}
