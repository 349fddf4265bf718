/**
 * The path to go to after signing in: one on our own origin, or the start. Anything a browser could
 * read as another origin (`//host`, `/\\host`, control characters that it drops) leads to the start.
 */
export function nextPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > 2048) return '/';
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  if (!/^\/(?![/\\])[^\\\u0000-\u0020\u007f-\u009f]*$/.test(value)) return '/';
  const origin = 'http://own.invalid';
  if (!URL.canParse(value, origin)) return '/';
  const url = new URL(value, origin);
  // `/..//host` is a path that only looks foreign once its dots are resolved.
  if (url.origin !== origin || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}
