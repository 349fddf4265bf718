import type { Context, Hono } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { acceptedEncoding } from '../http/encoding.ts';
import type { Encoding } from '../http/encoding.ts';
import { formatTag, isNotModified } from '../http/entity-tag.ts';
import { readCookie } from '../identity/cookies.ts';
import { clientOfFrame, isFramePath } from './frame-path.ts';
import type { Site, SiteFile } from './site.ts';

/** The page's own routes; the page decides what each shows. */
const pageRoutes = new Set([
  '/',
  '/profile',
  '/preferences',
  '/usage',
  '/sessions',
  '/danger-zone',
]);

const forever = 'public, max-age=31536000, immutable';

/** By these a host's page shows this one in a frame: every origin may load them. */
const sdkPaths: ReadonlySet<string> = new Set(['/embed.js', '/embed-words.js']);
const fiveMinutes = 'public, max-age=300, stale-while-revalidate=86400';

/** True for a person following a link, as opposed to a script or an image asking for a file. */
const isNavigation = (c: Context) => (c.req.header('Accept') ?? '').includes('text/html');

function sendFile(c: Context<AppEnv>, file: SiteFile, cacheControl: string, status: 200 | 404) {
  const offered = Object.keys(file.compressed) as Encoding[];
  const encoding = acceptedEncoding(c.req.header('Accept-Encoding'), offered);
  c.header('Vary', 'Accept-Encoding');
  c.header('Cache-Control', cacheControl);
  c.header('ETag', formatTag(file.tag, encoding));
  if (status === 200 && isNotModified(c.req.header('If-None-Match'), file.tag)) {
    return c.body(null, 304);
  }
  c.header('Content-Type', file.type);
  if (encoding) c.header('Content-Encoding', encoding);
  return c.body((encoding && file.compressed[encoding]) ?? file.bytes, status);
}

function plainText(c: Context<AppEnv>, text: string, status: 404 | 405) {
  c.header('Cache-Control', 'no-store');
  return c.text(`${text}\n`, status);
}

/**
 * Serves the built page: files by their exact path, the page itself for its routes and, with 404,
 * for any other address a person opens.
 */
export function mountSite(app: Hono<AppEnv>, site: Site, hasSignIn: boolean): void {
  const index = site.files.get('/index.html');

  app.all('*', (c) => {
    const { path, method } = c.req;
    if (method !== 'GET' && method !== 'HEAD') {
      const isKnown = pageRoutes.has(path) || site.files.has(path) || isFramePath(path);
      if (isKnown) c.header('Allow', 'GET, HEAD');
      return plainText(c, isKnown ? 'Method not allowed' : 'Not found', isKnown ? 405 : 404);
    }
    const client = clientOfFrame(c);
    if (client !== undefined) {
      c.set('route', '/embed/*');
      const frame = site.frames.get(client);
      if (frame) return sendFile(c, frame.document, 'no-cache', 200);
      return plainText(c, 'There is no such client', 404);
    }
    const isPage = pageRoutes.has(path);
    const file = path === '/index.html' ? undefined : site.files.get(path);
    if (file) {
      c.set('route', path.startsWith('/assets/') ? '/assets/*' : '/*');
      if (sdkPaths.has(path)) {
        c.header('Access-Control-Allow-Origin', '*');
        c.header('Cross-Origin-Resource-Policy', 'cross-origin');
        return sendFile(c, file, fiveMinutes, 200);
      }
      return sendFile(c, file, path.startsWith('/assets/') ? forever : 'no-cache', 200);
    }
    if (isPage) c.set('route', path);
    if (!isPage && !isNavigation(c)) return plainText(c, 'Not found', 404);
    if (isPage && hasSignIn && site.signsInHere && readCookie(c) === undefined) {
      c.header('Cache-Control', 'no-store');
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
    }
    if (!index) return plainText(c, 'The page is not built: run "npm run build".', 404);
    return sendFile(c, index, 'no-cache', isPage ? 200 : 404);
  });
}
