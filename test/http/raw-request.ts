import { connect } from 'node:net';

export interface RawAnswer {
  /** 0 when the server closed the connection without an answer. */
  readonly status: number;
  readonly text: string;
  readonly closedBy: 'server' | 'client';
  readonly bytesSent: number;
}

/**
 * Sends bytes as they are, which no HTTP client would, and reads until the JSON of the answer is there, the server closes,
 * or `untilMs` is over. With `goOn` it keeps sending after the answer.
 */
export function sendRaw(
  port: number,
  head: readonly string[],
  body: Iterable<Uint8Array | string> = [],
  { untilMs = 5_000, goOn = false } = {},
): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let closedBy: RawAnswer['closedBy'] = 'server';
    const timer = setTimeout(hangUp, untilMs);
    function hangUp() {
      closedBy = 'client';
      socket.destroy();
    }
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (text.endsWith('}') && !goOn) {
        hangUp();
      }
    });
    // Writing goes on while the server refuses, so the connection may break under our hands.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearTimeout(timer);
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
      resolve({ status, text, closedBy, bytesSent: socket.bytesWritten });
    });
    socket.on('connect', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      writeAll(socket, body[Symbol.iterator]());
    });
  });
}

function writeAll(socket: ReturnType<typeof connect>, parts: Iterator<Uint8Array | string>): void {
  while (!socket.destroyed) {
    const part = parts.next();
    if (part.done === true) {
      return;
    }
    if (!socket.write(part.value)) {
      socket.once('drain', () => writeAll(socket, parts));
      return;
    }
  }
}

/** The head of a POST to the bot, with `Connection: close` so that the end of the answer is the end of the connection. */
export function postHead(headers: Readonly<Record<string, string | number>>): string[] {
  return [
    'POST /api/messages HTTP/1.1',
    'Host: 127.0.0.1',
    'Connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
}
