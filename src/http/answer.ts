import type { IncomingMessage, ServerResponse } from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

const lingerMs = 1_000;
const lingerBytes = 8_388_608;

export function sendAnswer(response: ServerResponse, answer: HttpAnswer): void {
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  send(
    response,
    answer.status,
    { ...answer.headers, ...(text !== '' && { 'content-type': 'application/json; charset=utf-8' }) },
    text,
  );
}

export function sendPage(
  response: ServerResponse,
  page: { readonly contentType: string; readonly body: string },
  headers: Readonly<Record<string, string>>,
): void {
  send(response, 200, { ...headers, 'content-type': page.contentType }, page.body);
}

/**
 * Refuses a request whose body is not read to its end. The answer is complete at once; the connection stays open a
 * little longer and throws away what still arrives, because closing with unread bytes resets the connection, and a
 * client that is still sending would never see the answer.
 */
export function sendRefusal(request: IncomingMessage, response: ServerResponse, status: number): void {
  const text = JSON.stringify({ error: status });
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.write(text);
  let discarded = 0;
  const timer = setTimeout(() => response.end(), lingerMs);
  function finish() {
    clearTimeout(timer);
    response.end();
  }
  request.on('data', (chunk: Uint8Array) => {
    discarded += chunk.byteLength;
    if (discarded > lingerBytes) {
      finish();
    }
  });
  request.on('end', finish).on('close', finish);
  request.resume();
  if (request.complete) {
    finish();
  }
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
    'content-length': String(Buffer.byteLength(text)),
  });
  response.end(text);
}
