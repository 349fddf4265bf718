import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey } from 'jose';
import Provider from 'oidc-provider';

/** What a browser keeps of one host. */
export class Jar {
  readonly cookies = new Map<string, string>();

  /** The `Cookie` header; undefined when there is none. */
  header(): string | undefined {
    const pairs = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    return pairs.length > 0 ? pairs.join('; ') : undefined;
  }

  take(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/; */);
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const isGone = value === '' || attributes.some((one) => /^max-age=0$/i.test(one));
      if (isGone) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** A certified OpenID provider as a company runs one, with people called as they like. */
export interface RealProvider {
  issuer: string;
  /** Where the service is, that people sign in for. */
  publicUrl: string;
  clientId: string;
  clientSecret: string;
  jwksUrl: string;
  /** Signs what the provider signs with. */
  key: CryptoKey;
  /**
   * Goes where the service sent the browser, signs in, and answers the address back at the service.
   * A browser that is signed in there already is let through.
   */
  visit(url: string, login: string, jar?: Jar): Promise<string>;
  /** Changes each answer of the token endpoint before it is sent. */
  tamper: ((body: string) => string | Promise<string>) | undefined;
  stop(): Promise<void>;
}

/** Reads a body and replaces it, for a provider that is not what it should be. */
function tampered(response: ServerResponse, change: (body: string) => string | Promise<string>) {
  const end = response.end.bind(response) as (text?: string) => ServerResponse;
  response.end = ((chunk?: unknown) => {
    void Promise.resolve(
      change(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk as Uint8Array)),
    ).then((text) => {
      response.setHeader('Content-Length', Buffer.byteLength(text));
      end(text);
    });
    return response;
  }) as typeof response.end;
}

/** Starts it for a service that people reach at `publicUrl`. */
export async function startProvider(publicUrl: string): Promise<RealProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  let handle: ((request: IncomingMessage, response: ServerResponse) => unknown) | undefined;
  const server = createServer((request, response) => {
    if (real.tamper && request.url === '/token') tampered(response, real.tamper);
    void handle?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientId = 'account-settings';
  const clientSecret = 'a-secret-of-more-than-enough-characters';
  const provider = new Provider(issuer, {
    jwks: { keys: [jwk] as never },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/sign-in/callback`],
        post_logout_redirect_uris: [`${publicUrl}/signed-out`],
        backchannel_logout_uri: `${publicUrl}/sign-in/back-channel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['some-key'] },
    features: { backchannelLogout: { enabled: true }, devInteractions: { enabled: true } },
    // It would not call this machine, where the service is.
    fetch: (url, init) => fetch(url, { ...init, dispatcher: undefined } as RequestInit),
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `${id} Lovelace`, preferred_username: id }),
    }),
  });
  // It says on the console that it is for development.
  handle = provider.callback();

  const real: RealProvider = {
    issuer,
    publicUrl,
    clientId,
    clientSecret,
    jwksUrl: `${issuer}/jwks`,
    key: privateKey,
    tamper: undefined,
    async visit(url, login, jar = new Jar()) {
      let at = url;
      let body: string | undefined;
      for (let hops = 0; hops < 12; hops += 1) {
        if (at.startsWith(publicUrl)) return at;
        const cookie = jar.header();
        const response = await fetch(at, {
          redirect: 'manual',
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            ...(cookie && { Cookie: cookie }),
            ...(body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
          },
          ...(body !== undefined && { body }),
        });
        jar.take(response.headers);
        const location = response.headers.get('Location');
        const text = await response.text();
        body = undefined;
        if (location) {
          at = new URL(location, at).href;
          continue;
        }
        const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1];
        if (!prompt) throw new Error(`the provider answered ${response.status}: ${text}`);
        at = new URL(/action="([^"]+)"/.exec(text)?.[1] ?? at, at).href;
        body = new URLSearchParams({ prompt, login, password: 'x' }).toString();
      }
      throw new Error('the provider leads nowhere');
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return real;
}
