import type { Hono } from 'hono';
import { bodyLimit as limitBody } from 'hono/body-limit';
import { ServiceError } from '../accounts/service-error.ts';
import type { Database } from '../db/database.ts';
import { revokeCookie } from '../db/sessions.ts';
import { support } from '../demo/demo.ts';
import type { Demo } from '../demo/demo.ts';
import type { AppEnv } from '../http/app-env.ts';
import { bodyLimit } from '../http/body.ts';
import { refuseOtherMethods } from '../http/method-not-allowed.ts';
import { deviceOf } from '../identity/authenticate.ts';
import { clearCookie, readCookie, sendCookie } from '../identity/cookies.ts';
import { demandSameOrigin, provenance } from '../identity/same-origin.ts';
import { hashSecret } from '../identity/secret.ts';
import { nextPath } from './next-path.ts';
import { mountSignInCss } from './mount-sign-in-css.ts';
import { signInPage } from './sign-in-page.ts';
import { pickLanguage } from './words.ts';

const tooLarge = () => {
  throw new ServiceError('PayloadTooLarge', `The body has more than ${bodyLimit} bytes.`);
};

/** The demo's own way in: pick a person, or whom to act for, and get a session. */
export function mountSignIn(app: Hono<AppEnv>, db: Database, demo: Demo): void {
  app.get('/sign-in', async (c) => {
    c.set('route', '/sign-in');
    const reading = pickLanguage(c.req.header('Accept-Language'));
    const people = await demo.people();
    c.header('Content-Language', reading.language);
    c.header('Vary', 'Accept-Language');
    return c.html(signInPage(people, nextPath(c.req.query('next')), reading));
  });

  mountSignInCss(app);

  app.post('/sign-in', limitBody({ maxSize: bodyLimit, onError: tooLarge }), async (c) => {
    c.set('route', '/sign-in');
    // Without a browser nobody can be tricked into signing in.
    if (provenance(c) === 'foreign') demandSameOrigin(c);
    const { username, next, acting } = await c.req.parseBody();
    const cookie = await demo.signInByCookie(
      typeof username === 'string' ? username : '',
      deviceOf(c),
      acting === undefined ? undefined : support,
    );
    if (cookie === undefined) throw new ServiceError('NotFound', 'There is no such person.');
    sendCookie(c, cookie);
    return c.redirect(nextPath(next), 303);
  });

  app.post('/sign-out', async (c) => {
    c.set('route', '/sign-out');
    const cookie = readCookie(c);
    if (cookie !== undefined) {
      demandSameOrigin(c);
      await revokeCookie(db, hashSecret(cookie));
      clearCookie(c);
    }
    return c.redirect('/sign-in', 303);
  });

  refuseOtherMethods(app, '/sign-in', ['GET', 'POST']);
  refuseOtherMethods(app, '/sign-out', ['POST']);
}
