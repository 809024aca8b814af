import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectPath } from '../../../schema/sdl.js';

const CHECKED_WITHIN_MS = 30_000;

/**
 * Has the gateway, which starts last, read its settings before anything starts.
 * @throws Error when it refuses one; it has said which on standard error.
 */
export async function checkGatewaySettings(env: NodeJS.ProcessEnv): Promise<void> {
  const entry = projectPath('dist', 'gateway', 'check-settings', 'main.js');
  const child = spawn(process.execPath, [entry], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: CHECKED_WITHIN_MS,
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('Nothing was started.');
}
