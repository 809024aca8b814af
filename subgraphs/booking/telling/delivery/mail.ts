import { createTransport, type Transporter } from 'nodemailer';
import type { Closable } from '../../../shared/process/process.js';
import type { Letter } from '../texts/letter.js';
import type { AttemptEnd } from './attempt.js';

/** How e-mail is sent. */
export interface MailSettings {
  /** `smtp://` or `smtps://` with name and password. Secret: never logged. */
  readonly smtpUrl: string;
  /** Of whom it is. */
  readonly from: string;
}

/** For connecting, for the server's greeting, and for each of its answers. */
const TIMEOUT_MS = 10_000;
/** For one message. */
const LONGEST_MS = 30_000;
/** To the mail server. */
export const MAIL_CONNECTIONS = 4;

/** What an address is made of that cannot be taken for several, or for a name with an address. */
const PLAIN_ADDRESS = /^[^\s@,;:<>()"[\]\\\p{Cc}]+@[^\s@,;:<>()"[\]\\\p{Cc}]+$/u;

/** Sends e-mail by one server. */
export class Mail implements Closable {
  readonly #transport: Transporter;
  readonly #domain: string;
  readonly #closing = new AbortController();

  constructor(private readonly settings: MailSettings) {
    this.#transport = createTransport({
      url: settings.smtpUrl,
      pool: true,
      maxConnections: MAIL_CONNECTIONS,
      maxRequeues: 0,
      idleTimeout: TIMEOUT_MS,
      dnsTimeout: TIMEOUT_MS,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.#domain = /@([^\s@>]+)>?\s*$/.exec(settings.from)?.[1] ?? 'localhost';
  }

  /** @param id - The message's, of which its `Message-ID` is made: the same in every attempt. Never rejects. */
  async send(id: string, to: string, { subject, text }: Letter): Promise<AttemptEnd> {
    if (!PLAIN_ADDRESS.test(to)) return { kind: 'refused', reason: 'not an address for e-mail' };
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(LONGEST_MS)]);
    try {
      await this.#transport.sendMail({
        ...{ from: this.settings.from, to: { name: '', address: to }, subject, text, signal },
        messageId: `<${id}@${this.#domain}>`,
        // Nobody's absence is to be answered (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
      return { kind: 'delivered' };
    } catch (error) {
      return judge(error);
    }
  }

  /** Breaks off what is under way. */
  close(): Promise<void> {
    this.#closing.abort();
    this.#transport.close();
    return Promise.resolve();
  }
}

/** Steps of a conversation that are about this message alone (RFC 5321). */
const OF_MESSAGE = /^(MAIL|RCPT|DATA|API)/i;
const SHUTTING_DOWN = 421;

function judge(error: unknown): AttemptEnd {
  const { code, command, responseCode } = readFailure(error);
  if (responseCode !== null && OF_MESSAGE.test(command) && responseCode !== SHUTTING_DOWN) {
    return responseCode >= 500
      ? { kind: 'refused', reason: `refused by the mail server (${responseCode})` }
      : {
          ...{ kind: 'failed', isOfLane: false },
          reason: `put off by the mail server (${responseCode})`,
        };
  }
  if (code === 'EENVELOPE') return { kind: 'refused', reason: 'not an address for e-mail' };
  const said = responseCode === null ? '' : ` (${responseCode})`;
  const reason = code === 'EAUTH' ? 'the mail server refuses our name' : 'no mail server';
  return { kind: 'failed', reason: `${reason}${said}`, isOfLane: true };
}

function readFailure(error: unknown) {
  const failure: object = typeof error === 'object' && error !== null ? error : {};
  const { code, command, responseCode } = failure as Record<string, unknown>;
  return {
    code: typeof code === 'string' ? code : '',
    command: typeof command === 'string' ? command : '',
    responseCode: typeof responseCode === 'number' ? responseCode : null,
  };
}
