import { describe, expect, it, vi } from 'vitest';
import type * as z from 'zod/mini';
import * as rules from './rules.ts';

const broken = (schema: z.ZodMiniType, value: unknown): string[] => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
};

const typed = ['ada', '@ada', ' @ada ', '＠ada', '@@ada', '\u200e@ada\u2069', '\ufeffada\n'];

describe.each([
  ['twitter', rules.twitter],
  ['discord', rules.discord],
])('a handle on %s', (_, schema) => {
  it.each(typed)('written %j is ada', (text) => {
    expect(schema.parse(text)).toBe('ada');
  });

  it.each([
    '',
    '@',
    'two words',
    'a\u0000b',
    'x'.repeat(101),
    '\u3164',
    '\u2800',
    'https://example.com/ada',
    'example.com/ada',
    'mailto:ada@example.com',
    'ada@example.com',
  ])('is not %j', (text) => {
    expect(broken(schema, text)).not.toEqual([]);
  });
});

describe('twitter', () => {
  it.each([
    'twitter.com/ada',
    'x.com/ada/',
    'https://x.com/ada',
    'https://x.com/ada?s=21&t=a',
    'https://x.com/ada#top',
    'https://www.twitter.com/@ada',
    'http://mobile.twitter.com/@ada',
    'https://m.twitter.com/ada',
    '//x.com/ada',
    'HTTPS://X.COM/ada',
    'https://x.com:443/ada',
    'https://x.com/%40ada',
    'twitter.com/ada/status/1',
    'https://twitter.com/ada/with_replies?lang=de',
    'https://twitter.com/#!/ada',
    'https://x.com/#!/@ada/status/1',
    'https://x.com/intent/user?screen_name=ada',
    'https://twitter.com/intent/follow?region=x&screen_name=%40ada',
    '\u200bhttps://x.com/ada\u200b',
  ])('reduces %s to the handle', (link) => {
    expect(rules.twitter.parse(link)).toBe('ada');
  });

  it.each([
    'https://x.com',
    'https://x.com/',
    'x.com/home',
    'https://x.com/i/user/12',
    'https://x.com/search?q=ada',
    'https://twitter.com/hashtag/ada',
    'https://x.com/intent/user?screen_name=',
    'https://x.com.example.com/ada',
    'https://notx.com/ada',
    'ada@x.com',
  ])('takes no handle from %s', (link) => {
    expect(broken(rules.twitter, link)).toEqual(['social_invalid']);
  });

  it('has 1 to 15 letters, digits and underscores', () => {
    expect(rules.twitter.parse('Ada_1815')).toBe('Ada_1815');
    expect(rules.twitter.parse('a'.repeat(15))).toBe('a'.repeat(15));
    for (const text of ['a'.repeat(16), 'ada.l', 'ada-l', 'ädä', 'https://x.com/ada.l'])
      expect(broken(rules.twitter, text)).toEqual(['twitter_characters']);
  });
});

describe('discord', () => {
  it.each([
    ['ada.lovelace', 'ada.lovelace'],
    ['Ada#1815', 'Ada#1815'],
    ['ada#0', 'ada'],
    ['https://discord.com/users/123456789012345678', '123456789012345678'],
    ['discordapp.com/users/123456789012345678/?a=b', '123456789012345678'],
    ['https://ptb.discord.com/users/123456789012345678', '123456789012345678'],
  ])('keeps of %s what names somebody', (text, handle) => {
    expect(rules.discord.parse(text)).toBe(handle);
  });

  it.each([
    'https://discord.gg/invite',
    'discord.gg/invite',
    'discord.com/invite/abc',
    'https://discord.com/users/@me',
    'https://discord.com/channels/1/2',
    'https://discord.com',
    'ada#12',
    'ada:1',
  ])('takes no handle from %s', (text) => {
    expect(broken(rules.discord, text)).toEqual(['social_invalid']);
  });
});

it('looks for no handle in a text that is longer than any link', () => {
  const parse = vi.spyOn(globalThis, 'URL');
  const endless = 'x.com/#!/'.repeat(7000);
  for (const schema of [rules.twitter, rules.discord])
    expect(broken(schema, endless)).toEqual(['social_invalid']);
  expect(parse).not.toHaveBeenCalled();
  parse.mockRestore();
});
