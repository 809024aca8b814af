import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sender } from '../../shared/owners/sender.js';
import { createLogger, type Logger } from '../../shared/process/logger.js';
import { runProcess } from '../../shared/process/process.js';
import { takeNoArguments, usageOf } from '../../shared/process/usage.js';
import { Cooperatives } from './cooperatives.js';
import { identityOf } from './accounts/identity.js';
import { startProvider, type ProviderServer } from './server.js';
import { parseProviderSettings, ProviderSettings } from './settings.js';
import { keepSigningKeys } from './signing-keys.js';
import { messageOf } from '../../shared/process/message-of.js';

const IDENTITY_FILE = 'identity.json';

async function start(settings: ProviderSettings, log: Logger): Promise<ProviderServer> {
  const sender = new Sender();
  const cooperatives = new Cooperatives(sender);
  // From `npm start`, which knows where the registry is only later.
  process.on('message', (message: { readonly registryUrl?: unknown } | null) => {
    if (typeof message?.registryUrl === 'string') cooperatives.moveTo(message.registryUrl);
  });
  const server = await startProvider({
    port: settings.PORT,
    keys: await keepSigningKeys(settings.DATA_DIR),
    listCooperatives: () => cooperatives.list(),
    log,
  });
  const identity = JSON.stringify(identityOf(server.url), null, 2);
  writeFileSync(join(settings.DATA_DIR, IDENTITY_FILE), `${identity}\n`);
  return {
    url: server.url,
    close: async () => {
      await server.close();
      await sender.close();
    },
  };
}

takeNoArguments(
  process.argv.slice(2),
  usageOf(
    'npm run provider',
    'An OpenID provider with invented people and no passwords, for trying on this machine.',
    ProviderSettings,
  ),
);

try {
  const settings = parseProviderSettings(process.env);
  const log = createLogger('provider', settings.LOG_LEVEL);
  await runProcess('provider', log, () => start(settings, log));
} catch (error) {
  process.stderr.write(`provider: ${messageOf(error)}\n`);
  process.exit(1);
}
