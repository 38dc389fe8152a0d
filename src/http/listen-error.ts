/** The server cannot have its address; the message is one line for the person who starts the program. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly host: string;
  readonly port: number;
  readonly because: 'taken' | 'forbidden' | 'unavailable';

  constructor(host: string, port: number, because: ListenError['because'], options: ErrorOptions) {
    super(`Cannot listen on ${host}:${port}: ${reasons[because]}`, options);
    this.host = host;
    this.port = port;
    this.because = because;
  }
}

const reasons = {
  taken: 'another program uses this port; stop it or set PORT to a free one',
  forbidden: 'this user may not open this port; set PORT to one above 1023',
  unavailable: 'this machine does not have this address; check HOST',
} as const;

/** Errors that are not about the address come back as they are. */
export function toListenError(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new ListenError(host, port, 'taken', { cause: error });
    case 'EACCES':
      return new ListenError(host, port, 'forbidden', { cause: error });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ListenError(host, port, 'unavailable', { cause: error });
    default:
      return error;
  }
}
