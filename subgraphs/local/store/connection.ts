import type { Socket } from 'node:net';
import { answer, type Client } from './commands/dispatch.js';
import type { Services } from './call/call.js';
import { encodeReply, isMalformed, messageLength, parseMessage } from './wire/wire.js';
import { messageOf } from '../../shared/process/message-of.js';

/** Reading stops while so many messages of one client wait, or so many bytes of them, until they are answered. */
const MAX_WAITING = 64;
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

/** Serves one client: its messages are answered one after the other, in order. */
export function serveConnection(socket: Socket, services: Services): void {
  const client: Client = { appName: null };
  const chunks = new MessageAssembler();
  const waiting: Buffer[] = [];
  let waitingBytes = 0;
  let isBusy = false;
  let replyId = 0;

  const hasRoom = (): boolean => waiting.length < MAX_WAITING && waitingBytes < MAX_WAITING_BYTES;

  const fail = (error: unknown): void => {
    if (isMalformed(error)) {
      const reason = messageOf(error);
      services.log.warn({ reason }, 'Connection closed: malformed bytes.');
    } else services.log.error({ err: error }, 'Connection closed: unexpected failure.');
    waiting.length = 0;
    socket.destroy();
  };

  const serveNext = async (bytes: Buffer): Promise<void> => {
    const request = parseMessage(bytes);
    const result = await answer(services, client, request);
    if (socket.destroyed) return;
    if (result.kind === 'close') {
      socket.destroy();
      return;
    }
    if (!request.wantsReply) return;
    replyId = (replyId + 1) | 0;
    socket.cork();
    for (const part of encodeReply(request, replyId, result.reply)) socket.write(part);
    socket.uncork();
  };

  const drain = async (): Promise<void> => {
    isBusy = true;
    try {
      for (
        let next = waiting.shift();
        next !== undefined && !socket.destroyed;
        next = waiting.shift()
      ) {
        waitingBytes -= next.length;
        await serveNext(next);
        if (hasRoom()) socket.resume();
      }
    } catch (error) {
      fail(error);
    } finally {
      isBusy = false;
    }
  };

  socket.setNoDelay(true);
  socket.on('error', (error) => {
    services.log.debug({ err: error }, 'Connection lost.');
  });
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of chunks.add(chunk)) {
        waiting.push(message);
        waitingBytes += message.length;
      }
    } catch (error) {
      fail(error);
      return;
    }
    if (!hasRoom()) socket.pause();
    if (!isBusy && waiting.length > 0) void drain();
  });
}

/** Puts together messages that arrive in pieces. */
class MessageAssembler {
  #chunks: Buffer[] = [];
  #size = 0;

  /** @returns The messages that are complete now. @throws MalformedMessageError */
  add(chunk: Buffer): Buffer[] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    const messages: Buffer[] = [];
    for (;;) {
      const length = this.#nextLength();
      if (length === null || this.#size < length) return messages;
      const all = this.#join();
      messages.push(all.subarray(0, length));
      this.#chunks = all.length > length ? [all.subarray(length)] : [];
      this.#size -= length;
    }
  }

  #nextLength(): number | null {
    if (this.#size < 4) return null;
    if ((this.#chunks[0]?.length ?? 0) < 4) this.#chunks = [this.#join()];
    return messageLength(this.#chunks[0] as Buffer);
  }

  #join(): Buffer {
    const [first] = this.#chunks;
    return this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
  }
}
