import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import type { SignInConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import { rememberLogout } from '../db/provider-logouts.ts';
import { revokeCookie, revokeProviderSession, revokeSubject } from '../db/sessions.ts';
import { attemptLifetime, rememberLogoutToken } from '../db/sign-in.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readBody } from '../http/body.ts';
import { refuseOtherMethods } from '../http/method-not-allowed.ts';
import { deviceOf } from '../identity/authenticate.ts';
import {
  clearCookie,
  readBrowserCookie,
  readCookie,
  sendBrowserCookie,
  sendCookie,
} from '../identity/cookies.ts';
import { providerSession, providerSubject } from '../identity/external.ts';
import { demandSameOrigin } from '../identity/same-origin.ts';
import { hashSecret, newSecret } from '../identity/secret.ts';
import { mountSignInCss } from '../page/mount-sign-in-css.ts';
import { nextPath } from '../page/next-path.ts';
import { pickLanguage } from '../page/words.ts';
import { createLogoutReader } from './logout-token.ts';
import { noticePage, type Notice } from './notice-page.ts';
import { ProviderUnreachable } from './provider.ts';
import { createSignInFlow, paths, SignInRefused } from './sign-in-flow.ts';

const statuses: Readonly<Record<Notice, ContentfulStatusCode>> = {
  denied: 403,
  failed: 400,
  unreachable: 503,
  signedOut: 200,
};

function say(c: Context<AppEnv>, notice: Notice, next: string) {
  const reading = pickLanguage(c.req.header('Accept-Language'));
  c.header('Content-Language', reading.language);
  c.header('Vary', 'Accept-Language');
  return c.html(noticePage(notice, reading, next), statuses[notice]);
}

/** Seconds, from 0 to a day; anything else asks for nothing. */
function maxAgeOf(value: string | undefined): number | null {
  const seconds = /^\d{1,5}$/.test(value ?? '') ? Number(value) : Number.NaN;
  return seconds <= 86_400 ? seconds : null;
}

/** Signing in to the page, and out, at the provider; no token of it ever reaches the browser. */
export function mountProviderSignIn(
  app: Hono<AppEnv>,
  db: Database,
  config: SignInConfig,
  log: Logger,
): void {
  const flow = createSignInFlow(db, config);
  const readLogout = createLogoutReader(config);

  /** What went wrong, to the person; and its kind, without a word of anybody's, to the log. */
  const failed = (c: Context<AppEnv>, error: unknown, next = '/') => {
    const { cause } = error as { cause?: { code?: unknown; name?: unknown } };
    const kind = typeof cause?.code === 'string' ? cause.code : cause?.name;
    if (error instanceof SignInRefused) {
      log.info({ reason: error.reason, kind }, 'sign-in refused');
      return say(c, error.reason, next);
    }
    if (error instanceof ProviderUnreachable) {
      log.warn({ kind }, 'provider unreachable');
      return say(c, 'unreachable', next);
    }
    throw error;
  };

  app.get('/sign-in', async (c) => {
    c.set('route', '/sign-in');
    const browser = readBrowserCookie(c) ?? newSecret();
    const next = nextPath(c.req.query('next'));
    try {
      const { language } = pickLanguage(c.req.header('Accept-Language'));
      const maxAge = maxAgeOf(c.req.query('max_age'));
      const url = await flow.begin({ browser, next, maxAge, language });
      sendBrowserCookie(c, browser, attemptLifetime);
      return c.redirect(url.href, 302);
    } catch (error) {
      return failed(c, error, next);
    }
  });

  app.get(paths.callback, async (c) => {
    c.set('route', paths.callback);
    try {
      const { cookie, next } = await flow.end({
        browser: readBrowserCookie(c),
        search: new URL(c.req.url).search,
        formerCookie: readCookie(c),
        device: deviceOf(c),
      });
      sendCookie(c, cookie);
      return c.redirect(next, 303);
    } catch (error) {
      return failed(c, error);
    }
  });

  app.post('/sign-out', async (c) => {
    c.set('route', '/sign-out');
    const cookie = readCookie(c);
    if (cookie !== undefined) {
      demandSameOrigin(c);
      await revokeCookie(db, hashSecret(cookie));
      clearCookie(c);
    }
    const url = cookie === undefined ? undefined : await flow.endSessionUrl();
    return c.redirect(url?.href ?? paths.signedOut, 303);
  });

  app.get(paths.signedOut, (c) => {
    c.set('route', paths.signedOut);
    return say(c, 'signedOut', '/');
  });

  app.post(paths.backChannelLogout, async (c) => {
    c.set('route', paths.backChannelLogout);
    const form = new URLSearchParams(new TextDecoder().decode(await readBody(c)));
    const logout = await readLogout(form.get('logout_token') ?? '');
    if (!logout) return c.json({ error: 'invalid_request' }, 400);
    const { id, expires, session, subject } = logout;
    const isNew = await db.transaction(async (tx) => {
      const until = new Date(expires * 1000).toISOString();
      if (!(await rememberLogoutToken(tx, hashSecret(id), until))) return false;
      if (session !== undefined) {
        await rememberLogout(tx, { issuer: config.issuer, session: providerSession(session) });
        await revokeProviderSession(tx, config.issuer, providerSession(session));
      } else if (subject !== undefined) {
        await rememberLogout(tx, { issuer: config.issuer, subject: providerSubject(subject) });
        await revokeSubject(tx, config.issuer, subject);
      }
      return true;
    });
    return isNew ? c.body(null, 200) : c.json({ error: 'invalid_request' }, 400);
  });

  mountSignInCss(app);
  refuseOtherMethods(app, '/sign-in', ['GET']);
  refuseOtherMethods(app, paths.callback, ['GET']);
  refuseOtherMethods(app, '/sign-out', ['POST']);
  refuseOtherMethods(app, paths.signedOut, ['GET']);
  refuseOtherMethods(app, paths.backChannelLogout, ['POST']);
}
