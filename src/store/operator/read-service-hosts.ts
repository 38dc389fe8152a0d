import { OperatorDataError, quote } from './operator-data-error.ts';
import { readLines } from './read-lines.ts';

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** Two labels or more, RFC 1123; the last one starts with a letter, so that no IP address in any notation is a name. */
const hostName = new RegExp(String.raw`^(?=.{1,253}$)(?:${label}\.)+(?=[a-z])${label}$`);

/**
 * Reads `service-hosts.txt`: an exact host name a line. The bot's token goes there, so nothing that only resembles a name is
 * taken over. Throws `OperatorDataError`.
 */
export function readServiceHosts(file: string, content: string): ReadonlySet<string> {
  const hosts = new Set<string>();
  for (const { line, text } of readLines(content)) {
    if (!hostName.test(text)) {
      const rule = 'must be an exact host name in lower case: no wildcard, scheme, port, path or IP address';
      throw OperatorDataError.at(file, line, `${quote(text)} ${rule}`);
    }
    hosts.add(text);
  }
  return hosts;
}
