/** The front behind its HTTP server as a process of its own, which tells its memory on request. */
import { createHttpServer } from '../../src/http/server.ts';
import { createTeamsFront } from '../../src/teams/front.ts';

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const front = createTeamsFront({
  config: { mode: 'playground' },
  logger,
  clock: { now: () => 0 },
  timer: { uptime: () => 0, after: () => () => undefined },
  serviceHosts: () => new Set(),
  claimTurn: async () => true,
  handleTurn: async () => [],
});
const server = createHttpServer({
  config: { host: '127.0.0.1', port: 0 },
  logger,
  receive: (authorization, activity) => front.receive(authorization, activity),
  pages: {},
  ready: () => true,
});
const { port } = await server.listen();

process.on('message', () => {
  // The high-water mark, in kilobytes: memory that was given back counts too.
  process.send?.({ port, peakKilobytes: process.resourceUsage().maxRSS });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port, peakKilobytes: process.resourceUsage().maxRSS });
