/** Whether a host is this machine itself: what is sent there leaves it not. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);

/** `https:`, or `http:` on this machine: what may carry keys, tokens and somebody's data. */
export function isSecureAddress(value: string): boolean {
  try {
    const { protocol, hostname } = new URL(value);
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  } catch {
    return false;
  }
}

/** A path of the page's own origin, which no reader of it takes for another host. */
export function isOwnPath(value: string): boolean {
  if (!/^\/[\x21-\x7e]*$/.test(value)) return false;
  const base = 'https://page.invalid';
  try {
    const { origin, pathname } = new URL(value, base);
    return origin === base && !pathname.startsWith('//');
  } catch {
    return false;
  }
}

/** Whether an address or path ends with its path: no credentials, query or fragment. */
export function isBare(value: string): boolean {
  const { username, password, search, hash } = new URL(value, 'https://page.invalid');
  return `${username}${password}${search}${hash}` === '' && !/[?#]/.test(value);
}
