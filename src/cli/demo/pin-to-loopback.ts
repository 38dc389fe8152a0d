import { Server } from 'node:net';

/**
 * Loaded into the Agents Playground before it starts: the tool (0.2.28) listens on every interface and has no option for
 * that, and a demo is nobody's business but this machine's.
 */
const listen: unknown = Reflect.get(Server.prototype, 'listen');
if (typeof listen !== 'function') {
  throw new TypeError('node:net has changed: servers cannot listen');
}

Object.defineProperty(Server.prototype, 'listen', {
  value(this: Server, first: unknown, ...rest: unknown[]) {
    const args = typeof first === 'number' ? [first, '127.0.0.1', ...rest] : [first, ...rest];
    return Reflect.apply(listen, this, args);
  },
});
