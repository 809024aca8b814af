import { errors, type Dispatcher } from 'undici';
import type { TimeLimit } from '../process/time-limit.js';
import type { AnswerHead, HttpHeaders, SendFailure, SendOutcome } from './outcome.js';

export interface ReaderOptions<Refusal> {
  readonly limit: TimeLimit;
  /** Longer answers are broken off while they stream in. */
  readonly largestAnswerBytes: number;
  /** Looks at an answer before its body is read; whatever it returns but null breaks the answer off. */
  readonly refuse: (head: AnswerHead) => Refusal | null;
}

const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];

function failureOf(error: Error): SendFailure {
  if (error instanceof errors.ConnectTimeoutError) return { kind: 'too-slow', stage: 'connecting' };
  const code = 'code' in error ? String(error.code) : error.name;
  return { kind: NOT_CONNECTED.includes(code) ? 'unreachable' : 'broken-off', code };
}

/**
 * Reads one response as it streams in, and breaks it off as soon as it is of no use: refused by its head, too many
 * bytes, or no time left. Settles exactly once.
 */
export class ResponseReader<Refusal> implements Dispatcher.DispatchHandler {
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #head: AnswerHead = { status: 0, headers: {} };
  #controller: Dispatcher.DispatchController | null = null;
  #isSettled = false;

  constructor(
    private readonly options: ReaderOptions<Refusal>,
    private readonly settle: (outcome: SendOutcome<Refusal>) => void,
  ) {
    options.limit.wait(this.#onLimit);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // The limit passed while the request stood in line.
    if (this.#isSettled) controller.abort(new errors.RequestAbortedError());
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: HttpHeaders,
  ): void {
    if (status < 200) return;
    this.#head = { status, headers };
    const refusal = this.options.refuse(this.#head);
    if (refusal !== null) this.#breakOff({ kind: 'refused', refusal });
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isSettled) return;
    this.#bytes += chunk.length;
    if (this.#bytes > this.options.largestAnswerBytes) this.#breakOff({ kind: 'too-big' });
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#isSettled) return;
    const [first = Buffer.alloc(0), ...more] = this.#chunks;
    const body = more.length === 0 ? first : Buffer.concat(this.#chunks);
    this.#finish({ kind: 'answer', ...this.#head, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#finish(failureOf(error));
  }

  readonly #onLimit = (): void => {
    this.#breakOff({ kind: 'too-slow', stage: this.#controller === null ? 'in-line' : 'sent' });
  };

  #breakOff(outcome: SendOutcome<Refusal>): void {
    this.#finish(outcome);
    this.#controller?.abort(new errors.RequestAbortedError());
  }

  #finish(outcome: SendOutcome<Refusal>): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#chunks.length = 0;
    this.options.limit.leave(this.#onLimit);
    this.settle(outcome);
  }
}
