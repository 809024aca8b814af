import { parseArgs } from 'node:util';
import { isDevelopmentKid, parsePublicKeys } from '../../shared/identity/processes/public-keys.js';
import { systemClock } from '../../shared/process/clock.js';
import { messageOf } from '../../shared/process/message-of.js';
import { readTextFile } from '../../shared/process/read-text-file.js';
import { answerHelp } from '../../shared/process/usage.js';
import { openRecord, RECORD_REFUSALS } from './open-record.js';

// `npm run verify-record`: tells offline whether a record of a supplier search is as the network has signed it.

/** Where `npm start` keeps the keys of the network that runs from this folder. */
const OWN_KEYS = '.data/keys/public/hub-keys.json';

const USAGE = `Usage: npm run verify-record -- FILE [--keys FILE]
  FILE          a record as a JWS, such as the field "jws" gives it
  --keys FILE   the network's public keys, from its /.well-known/jwks.json;
                those of the network that runs from this folder where absent`;

try {
  answerHelp(process.argv.slice(2), USAGE);
  const { values, positionals } = parseArgs({
    options: { keys: { type: 'string', default: OWN_KEYS } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new Error(`Wanted one file, got ${positionals.join(' ') || 'none'}.\n${USAGE}`);
  }
  const jws = readTextFile(file, 'a record as a JWS').trim();
  const opened = await openRecord(jws, readKeys(values.keys));
  if (typeof opened === 'string') throw new Error(`not valid: ${RECORD_REFUSALS[opened]}`);
  const { record, hash, kid, signedAt } = opened;
  const lines = [
    'valid',
    `title         ${record.title ?? '–'}`,
    `hash          ${hash}`,
    `organisation  ${record.organisation}`,
    `searched      ${record.at}`,
    `signed        ${signedAt.toISOString()}`,
    `key           ${kid}${isDevelopmentKid(kid) ? ' (of a network for trying out)' : ''}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

/** @throws Error naming the file, and what was wanted of it. */
function readKeys(file: string) {
  const text = readTextFile(file, 'public keys as a JWK set');
  try {
    return parsePublicKeys(JSON.parse(text), false, systemClock.now().getTime());
  } catch (error) {
    throw new Error(`${file}: ${messageOf(error)}`, { cause: error });
  }
}
