import * as z from 'zod/mini';
import { accent } from '../../contract/page-config.ts';
import { pageNames } from '../../contract/page-names.ts';
import { isLocale } from '../../contract/rules.ts';
import type { Parse } from '../connection.ts';
import {
  densities,
  fontFamilyPattern,
  longest,
  majorOf,
  namespace,
  ranges,
  themeModes,
  tokenPattern,
} from '../protocol.ts';

/**
 * What the frame takes from its host. Parts it does not know are left out: a newer host has more.
 * Nothing of zod is used here that the page of its own does not load anyway.
 */

const within = ({ min, max }: { min: number; max: number }) =>
  z.int().check(z.refine((value) => value >= min && value <= max));

const theme = z.object({
  mode: z.optional(z.enum(themeModes)),
  accent: z.optional(accent),
  radius: z.optional(within(ranges.radius)),
  fontSize: z.optional(within(ranges.fontSize)),
  fontFamily: z.optional(
    z
      .string()
      .check(
        z.refine((value) => value.length <= longest.fontFamily && fontFamilyPattern.test(value)),
      ),
  ),
  density: z.optional(z.enum(densities)),
});

export const pageName = z.enum(pageNames);

export const frameUpdate = z.object({
  theme: z.optional(theme),
  locale: z.optional(
    z.string().check(z.refine((value) => value.length <= longest.locale && isLocale(value))),
  ),
});

export const frameState = z.object({
  ...frameUpdate.shape,
  page: pageName,
  tabs: z.boolean(),
});

const version = z.string().check(z.refine((value) => majorOf(value) !== undefined));

/** What may come over the window, once. */
export const firstWord = z.union([
  z.object({
    namespace: z.literal(namespace),
    type: z.literal('welcome'),
    version,
    state: frameState,
  }),
  z.object({ namespace: z.literal(namespace), type: z.literal('unsupported_version'), version }),
]);

export const token = z.string().check(z.refine((value) => tokenPattern.test(value)));

/** A schema as what reads an argument. */
export const parsing =
  <T extends z.ZodMiniType>(schema: T): Parse<z.output<T>> =>
  (given) => {
    const parsed = schema.safeParse(given);
    return parsed.success
      ? { value: parsed.data }
      : { wrong: parsed.error.issues[0]?.path.join('.') ?? '' };
  };
