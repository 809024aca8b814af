import { answerHelp } from '../../../shared/process/usage.js';
import { fetchToken } from './fetch-token.js';
import { parseTokenOptions, USAGE } from './token-options.js';
import { messageOf } from '../../../shared/process/message-of.js';

// `npm run token`: prints an access token.
const args = process.argv.slice(2);
answerHelp(args, USAGE);
try {
  const token = await fetchToken(parseTokenOptions(args, process.env));
  process.stdout.write(`${token}\n`);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS')) process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
}
