import { isDoc, isNumeric, toNumber, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { checkFields, fields, taken } from './fields.js';

/** What a fail point does to a command. */
export interface Failure {
  readonly blockMs: number;
  readonly closesConnection: boolean;
  readonly error: CommandError | null;
  /** Added to an otherwise successful answer. */
  readonly writeConcernError: Doc | null;
}

interface FailPoint {
  remaining: number;
  toSkip: number;
  readonly commands: ReadonlySet<string>;
  readonly appName: string | null;
  readonly failure: Failure;
}

const dataFields = fields({
  failCommands: taken,
  appName: taken,
  errorCode: taken,
  errorLabels: taken,
  closeConnection: taken,
  blockConnection: taken,
  blockTimeMS: taken,
  writeConcernError: taken,
});

/** Codes after which drivers repeat a write; the server then says so in a label. */
const retryableCodes = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/**
 * The `failCommand` fail point of MongoDB's driver tests (MongoDB repository, "The failCommand Fail
 * Point"): times, skip, errorCode, errorLabels, closeConnection, blockConnection, writeConcernError.
 */
export class FailPoints {
  #failCommand: FailPoint | null = null;

  /** @throws CommandError 9, 40415 for anything not implemented */
  configure(body: Doc): void {
    if (body.get('configureFailPoint') !== 'failCommand') {
      throw new CommandError(
        9,
        'Only the fail point failCommand is implemented in the embedded store',
      );
    }
    const mode = body.get('mode');
    if (mode === 'off') {
      this.#failCommand = null;
      return;
    }
    const times = isDoc(mode) ? mode.get('times') : undefined;
    const skip = isDoc(mode) ? mode.get('skip') : undefined;
    if (mode !== 'alwaysOn' && !isNumeric(times) && !isNumeric(skip)) {
      throw new CommandError(9, "The mode must be 'off', 'alwaysOn', { times: n } or { skip: n }");
    }
    const data = body.get('data');
    if (!isDoc(data)) throw new CommandError(9, 'The fail point needs data');
    checkFields(data, dataFields, 'data');
    const commands = data.get('failCommands');
    const appName = data.get('appName');
    this.#failCommand = {
      remaining: isNumeric(times) ? toNumber(times) : Infinity,
      toSkip: isNumeric(skip) ? toNumber(skip) : 0,
      commands: new Set(strings(commands)),
      appName: typeof appName === 'string' ? appName : null,
      failure: parseFailure(data),
    };
  }

  /** What is to happen to this command, counting it; null for nothing. */
  take(command: string, appName: string | null, isRetryableWrite: boolean): Failure | null {
    const point = this.#failCommand;
    if (point === null || !point.commands.has(command)) return null;
    if (point.appName !== null && point.appName !== appName) return null;
    if (point.toSkip > 0) {
      point.toSkip -= 1;
      return null;
    }
    if (point.remaining <= 0) return null;
    point.remaining -= 1;
    const { failure } = point;
    const { error } = failure;
    if (error === null || !isRetryableWrite || error.details.labels !== undefined) return failure;
    if (!retryableCodes.has(error.code)) return failure;
    const labels = ['RetryableWriteError'];
    return { ...failure, error: new CommandError(error.code, error.message, { labels }) };
  }
}

function parseFailure(data: Doc): Failure {
  const code = data.get('errorCode');
  const labels = data.get('errorLabels');
  const block = data.get('blockTimeMS');
  const concern = data.get('writeConcernError');
  const details = labels === undefined ? {} : { labels: strings(labels) };
  return {
    blockMs: data.get('blockConnection') === true && isNumeric(block) ? toNumber(block) : 0,
    closesConnection: data.get('closeConnection') === true,
    error: isNumeric(code)
      ? new CommandError(toNumber(code), "Failing command via 'failCommand' failpoint", details)
      : null,
    writeConcernError: isDoc(concern) ? concern : null,
  };
}

function strings(value: Value | undefined): string[] {
  return (Array.isArray(value) ? value : []).filter((item) => typeof item === 'string');
}
