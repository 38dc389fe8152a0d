const path = String.raw`(?:/[\w\-.~%!$&'()*+,;=:@/]*)?`;
const teams = new RegExp(`^https://([a-z0-9.-]+)${path}$`);
const loopback = new RegExp(String.raw`^http://(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?${path}$`);

/**
 * The bot's token and every answer go to the service URL of an activity, so it must be exactly one of the known hosts
 * over https, without userinfo, port, query or fragment. The playground sends from loopback over http and gets no token.
 * Hosts are exact: under `*.trafficmanager.net`, where Teams lives too, anybody can register names.
 */
export function isAllowedServiceUrl(
  serviceUrl: string,
  mode: 'playground' | 'teams',
  hosts: ReadonlySet<string>,
): boolean {
  if (mode === 'playground') {
    return loopback.test(serviceUrl);
  }
  const host = teams.exec(serviceUrl)?.[1];
  return host !== undefined && hosts.has(host);
}
