/** The address as browsers write it; undefined unless it leads to a named host of the web, with no sign-in in it. */
export function readWebAddress(text: string): string | undefined {
  const url = URL.parse(/^www\./i.test(text) ? `https://${text}` : text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return undefined;
  }
  const { hostname, username, password } = url;
  const isNamed = /\.\p{L}{2,}\.?$|\.xn--[a-z0-9-]+\.?$/iu.test(hostname) && !isPrivate(hostname);
  return isNamed && username === '' && password === '' ? url.href : undefined;
}

/** Names that lead into a network of one's own, https://www.rfc-editor.org/rfc/rfc6761 and rfc8375. */
function isPrivate(hostname: string): boolean {
  return /(?:^|\.)(?:localhost|local|internal|intranet|home\.arpa|lan|test|invalid)\.?$/i.test(hostname);
}

/** Characters, RFC 5321. */
export const mailAddressLimit = 254;
const mailAddress = /^[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;

export function isMailAddress(text: string): boolean {
  return text.length <= mailAddressLimit && mailAddress.test(text);
}
