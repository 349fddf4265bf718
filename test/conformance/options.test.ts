import { describe, expect, it } from 'vitest';
import { BadArguments, parseOptions } from '../../src/conformance/options.ts';

const good = ['--url', 'https://api.example.com/base/', '--token', 'abc'];

function refusal(...args: string[]): readonly string[] {
  try {
    parseOptions(args);
  } catch (error) {
    if (error instanceof BadArguments) return error.lines;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('the arguments', () => {
  it('reads them all', () => {
    expect(
      parseOptions([
        ...good,
        '--profile=mirra',
        '--write',
        '--throwaway',
        '--json',
        '--origin',
        'https://APP.example:443/',
      ]),
    ).toEqual({
      url: 'https://api.example.com/base',
      token: 'abc',
      secondToken: undefined,
      profile: 'mirra',
      write: true,
      throwaway: true,
      origin: 'https://app.example',
      json: true,
    });
  });

  it('only reads, in our own dialect, unless told otherwise', () => {
    expect(parseOptions(good)).toMatchObject({ profile: 'rest', write: false, throwaway: false });
  });

  it('takes tokens from the environment, where no other program sees them', () => {
    const env = { CONFORMANCE_TOKEN: 'one', CONFORMANCE_SECOND_TOKEN: 'two' };
    const options = parseOptions(['--url', 'http://localhost:3000'], env);
    expect(options).toMatchObject({ token: 'one', secondToken: 'two' });
  });

  it('is asked for help', () => {
    expect(parseOptions(['--help'])).toBeUndefined();
  });

  it.each([
    [
      [],
      ['--url is missing: say where the backend stands', '--token is missing: it signs the calls'],
    ],
    [['--token', 'abc', '--url'], ['--url needs a value']],
    [
      ['--url', '--token', 'abc'],
      [
        '--url needs a value',
        '"abc" belongs to no option',
        '--token is missing: it signs the calls',
      ],
    ],
    [[...good, '--profile', 'soap'], ['--profile must be one of rest, bird, mirra']],
    [
      [...good, '--origin', 'https://API.example.com:443'],
      ['--origin must be another one than that of --url: a page there needs no leave'],
    ],
    [
      ['--token', 'abc', '--origin', 'https://app.example'],
      ['--url is missing: say where the backend stands'],
    ],
    [[...good, '--throwaway'], ['--throwaway can only be used together with --write']],
    [
      [...good, '--delete', 'x'],
      ['--delete is no option', '"x" belongs to no option'],
    ],
    [[...good, '--write=yes'], ['--write takes no value']],
    [[...good, '--second-token', 'abc'], ['--second-token must be another sign-in than --token']],
    [[...good, '--second-token', 'a b'], ['--second-token must be visible ASCII without spaces']],
    [
      ['--url', 'https://x.example', '--token', 'a\nb'],
      ['--token must be visible ASCII without spaces'],
    ],
  ])('%j', (args, lines) => {
    expect(refusal(...args)).toEqual(lines);
  });

  it.each([
    'example.com',
    'ftp://x.example',
    'https://u:p@x.example',
    'https://x.example?a',
    'https://x.example#a',
    '',
  ])('refuses %j as an address', (url) => {
    expect(refusal('--token', 'abc', '--url', url)).toEqual([
      '--url must be an http or https address without credentials, query or fragment',
    ]);
  });

  it.each([
    'app.example',
    '*',
    'null',
    'file:///',
    'https://app.example/page',
    'https://u@app.example',
    '',
  ])('refuses %j as an origin', (origin) => {
    expect(refusal(...good, '--origin', origin)).toEqual([
      '--origin must be an http or https address without a path',
    ]);
  });
});
