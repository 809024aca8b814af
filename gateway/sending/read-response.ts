import { errors, type Dispatcher } from 'undici';
import type { Deadline } from '../request/deadline.js';

/** Why there is no answer. */
export interface SendFailure {
  readonly kind: 'failure';
  readonly code: 'DOWNSTREAM_SERVICE_ERROR' | 'GATEWAY_TIMEOUT';
  /** Completes the sentence `"karhu" …`; names no address. */
  readonly problem: string;
  /** Whether the request may have been carried out all the same. */
  readonly mayHaveArrived: boolean;
}

/** JSON came back; what it says is not judged here. */
export interface SendAnswer {
  readonly kind: 'answer';
  readonly body: unknown;
}

export type SendResult = SendAnswer | SendFailure;

type Headers = Readonly<Record<string, string | string[] | undefined>>;

function failure(problem: string, mayHaveArrived = true): SendFailure {
  return { kind: 'failure', code: 'DOWNSTREAM_SERVICE_ERROR', problem, mayHaveArrived };
}

export function timeout(problem: string, mayHaveArrived: boolean): SendFailure {
  return { kind: 'failure', code: 'GATEWAY_TIMEOUT', problem, mayHaveArrived };
}

const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];

function describe(error: Error): SendFailure {
  if (error instanceof errors.ConnectTimeoutError) return timeout('did not answer in time', false);
  const code = 'code' in error ? String(error.code) : '';
  return NOT_CONNECTED.includes(code)
    ? failure('could not be reached', false)
    : failure('broke off the connection');
}

/** What proxies and frameworks answer in the place of GraphQL. Any other name is whatever the process made up. */
const FAMILIAR =
  /^(text\/(html|plain|xml|csv|event-stream)|application\/(xml|octet-stream|problem\+json)|multipart\/mixed)$/i;

function nameOf(mediaType: string): string {
  if (mediaType === '') return 'no content type';
  return FAMILIAR.test(mediaType) ? mediaType.toLowerCase() : 'another content type';
}

/** Why an answer is not read; null when it is. GraphQL errors may come with any status but a redirect. */
function refusal(status: number, headers: Headers): string | null {
  if (status >= 300 && status < 400) return 'answered with a redirect';
  const type = headers['content-type'];
  const [mediaType = ''] = (typeof type === 'string' ? type : '').split(';', 1);
  if (!/^application\/(graphql-response\+)?json$/i.test(mediaType.trim())) {
    return `answered with ${nameOf(mediaType.trim())} (status ${status}) instead of GraphQL`;
  }
  const encoding = headers['content-encoding'];
  return encoding === undefined || encoding === 'identity'
    ? null
    : 'answered in a compressed form that was not asked for';
}

/**
 * Reads one response as it streams in, and breaks it off as soon as it is of no use: a wrong status or type, too many
 * bytes, or no time left. Settles exactly once.
 */
export class ResponseReader implements Dispatcher.DispatchHandler {
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #controller: Dispatcher.DispatchController | null = null;
  #isSettled = false;

  constructor(
    private readonly limitBytes: number,
    private readonly deadline: Deadline,
    private readonly settle: (result: SendResult) => void,
  ) {
    deadline.wait(this.#onDeadline);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // The deadline passed while the request stood in line.
    if (this.#isSettled) controller.abort(new errors.RequestAbortedError());
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Headers,
  ): void {
    if (status < 200) return;
    const problem = refusal(status, headers);
    if (problem !== null) this.#breakOff(failure(problem));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isSettled) return;
    this.#bytes += chunk.length;
    if (this.#bytes > this.limitBytes) this.#breakOff(failure('answered with too much'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#isSettled) return;
    const [first = Buffer.alloc(0), ...more] = this.#chunks;
    const text = (more.length === 0 ? first : Buffer.concat(this.#chunks)).toString('utf8');
    try {
      this.#finish({ kind: 'answer', body: JSON.parse(text) as unknown });
    } catch {
      this.#finish(failure('answered with broken JSON'));
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#finish(describe(error));
  }

  readonly #onDeadline = (): void => {
    this.#breakOff(timeout('did not answer in time', this.#controller !== null));
  };

  #breakOff(result: SendFailure): void {
    this.#finish(result);
    this.#controller?.abort(new errors.RequestAbortedError());
  }

  #finish(result: SendResult): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#chunks.length = 0;
    this.deadline.leave(this.#onDeadline);
    this.settle(result);
  }
}
