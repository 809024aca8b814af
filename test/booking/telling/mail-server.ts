import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Closable } from '../../../subgraphs/shared/process/process.js';

/** A mail server that takes mail from who knows its password. */
export interface MailServer extends Closable {
  readonly url: string;
  /** What it has taken, oldest first. */
  readonly mails: ParsedMail[];
  /** How it refuses a recipient; null where it takes mail for them. */
  refuse: (address: string) => number | null;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) => {
      if (username === 'hub' && password === 'word') callback(null, { user: 'hub' });
      else callback(new Error('Nobody of this name.'));
    },
    onRcptTo: ({ address }, _session, callback) => {
      const code = mailServer.refuse(address);
      callback(
        code === null ? null : Object.assign(new Error('FOREIGN words'), { responseCode: code }),
      );
    },
    onData: (stream, _session, callback) => {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail);
          callback();
        },
        (error: unknown) => {
          callback(error instanceof Error ? error : new Error(String(error)));
        },
      );
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve();
    });
  });
  const { port } = server.server.address() as AddressInfo;
  const mailServer: MailServer = {
    ...{ url: `smtp://hub:word@127.0.0.1:${port}`, mails, refuse: () => null },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
  return mailServer;
}
