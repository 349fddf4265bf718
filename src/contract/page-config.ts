import * as z from 'zod/mini';
import { isBare, isOwnPath, isSecureAddress } from './addresses.ts';
import { clientNamePattern } from './client-name.ts';
import { pageNames } from './page-names.ts';
import * as rules from './rules.ts';

/**
 * The page's configuration: what an operator says at run time, in a JSON block of the document or in
 * a `config.json` beside it. Everything may be left out.
 */

export const backendKinds = ['rest', 'bird', 'mirra'] as const;

/** Every way a configuration can be wrong. The message catalogue has a `config.rule.<code>` for each. */
export const configRules = [
  'not_json',
  'unreachable',
  'unknown_key',
  'type',
  'one_of',
  'address',
  'page_address',
  'pages',
  'locale',
  'name',
  'colour',
  'bearer_without_host',
  'client',
  'origin',
  'origins',
] as const;
export type ConfigRule = (typeof configRules)[number];

const rule = (code: ConfigRule) => code;

/** Where a backend stands. A trailing slash is no part of it. */
const baseUrl = z.string(rule('type')).check(
  z.refine((value) => (isOwnPath(value) || isSecureAddress(value)) && isBare(value), {
    error: rule('address'),
  }),
);

/** Where a browser may be sent, or an image be had from. */
const pageUrl = z.string(rule('type')).check(
  z.refine((value) => isOwnPath(value) || rules.isHttpsUrl(value), {
    error: rule('page_address'),
  }),
);

const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, rule('one_of'));

const flag = z.boolean(rule('type'));
const access = oneOf(['none', 'read', 'edit']);

/** An object of which every part may be missing and none may be unknown. */
const section = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.partial(
    z.strictObject(shape, {
      error: ({ code }) => rule(code === 'unrecognized_keys' ? 'unknown_key' : 'type'),
    }),
  );

/**
 * What the backend, or this product, does not offer of what the adapter can: parts of the client's
 * capabilities, which can be lowered and never raised. `graceDays` alone is a fact: how many there are.
 */
const can = section({
  user: section({
    name: access,
    username: access,
    bio: access,
    avatarUrl: access,
    locale: access,
    timezone: access,
    email: access,
    phoneNumber: access,
  }),
  preferences: section({
    theme: access,
    notifications: access,
    timezone: access,
    socials: access,
  }),
  clear: section({
    bio: flag,
    avatarUrl: flag,
    locale: flag,
    timezone: flag,
    email: flag,
    phoneNumber: flag,
    schedulingTimezone: flag,
  }),
  usage: section({ totals: flag, history: flag }),
  sessions: section({ count: flag, list: flag, revoke: flag, revokeOthers: flag }),
  usernameAvailability: flag,
  exportData: flag,
  deletion: section({
    available: flag,
    graceDays: z.nullable(
      z.int(rule('type')).check(z.refine((days) => days >= 1 && days <= 3650, rule('type'))),
    ),
  }),
});

const colour = z.string(rule('type')).check(z.regex(/^#[\da-f]{6}$/i, { error: rule('colour') }));

/** The accent on light and on dark surfaces; what is read gets a shade of it that can be read. */
export const accent = z.strictObject(
  { light: colour, dark: colour },
  { error: ({ code }) => rule(code === 'unrecognized_keys' ? 'unknown_key' : 'type') },
);

/** An origin exactly as browsers write it: a scheme, a host, and a port only where it is not the usual. */
const isOrigin = (value: string): boolean =>
  isSecureAddress(value) &&
  new URL(value).origin === value &&
  // A policy would take a star for any name.
  /^https?:\/\/[\w.:[\]-]+$/.test(value);

/** A product that shows the page in a frame: by a name of its own, from exactly these origins. */
const client = z.strictObject(
  {
    origins: z
      .array(
        z.string(rule('type')).check(z.refine(isOrigin, { error: rule('origin') })),
        rule('type'),
      )
      .check(
        z.refine(
          (origins) => origins.length > 0 && new Set(origins).size === origins.length,
          rule('origins'),
        ),
      ),
  },
  { error: ({ code }) => rule(code === 'unrecognized_keys' ? 'unknown_key' : 'type') },
);

export const pageConfig = section({
  backend: section({
    kind: oneOf(backendKinds),
    baseUrl,
    /** A `rest` backend on another origin lets our own headers through its preflight (CORS). */
    extended: flag,
  }),
  /**
   * Who signs the calls: the browser's cookie (to another origin too, where the base address has
   * one), a token that the host page gives, or a proxy that adds what is needed.
   */
  auth: oneOf(['cookie', 'bearer', 'proxy']),
  /** Where people sign in; `next` is added with the page to come back to. */
  signInUrl: pageUrl,
  pages: z
    .array(oneOf(pageNames), rule('type'))
    .check(
      z.refine((names) => names.length > 0 && new Set(names).size === names.length, rule('pages')),
    ),
  can,
  /** The language for people whose account names none. */
  locale: z.string(rule('type')).check(z.refine(rules.isLocale, { error: rule('locale') })),
  brand: section({
    name: z
      .string(rule('type'))
      .check(z.refine((text) => /^[^\p{C}]{1,60}$/u.test(text.trim()), { error: rule('name') })),
    logoUrl: pageUrl,
    accent,
  }),
  /** Who may show the page in a frame. Without any, nobody may. */
  clients: z.record(z.string(), client, rule('type')).check(
    z.refine((clients) => Object.keys(clients).every((name) => clientNamePattern.test(name)), {
      error: rule('client'),
    }),
  ),
});
export type PageConfig = z.output<typeof pageConfig>;
