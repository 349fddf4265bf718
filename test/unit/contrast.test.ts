import { readFileSync } from 'node:fs';
import { formatHex, parse, wcagContrast } from 'culori';
import { describe, expect, test } from 'vitest';
import { brandProperties, shadesOf } from '../../src/app/config/brand.ts';
import { hosts } from '../stories/look.ts';
import { groups, pairs } from '../stories/tokens.ts';

const css = readFileSync('src/ui/tokens.css', 'utf8');
const tokensIn = (text: string) =>
  new Map(
    [...text.matchAll(/--as-([\w-]+):\s*([^;]+?)(?: !important)?;/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    ),
  );
const declared = tokensIn(css.slice(0, css.indexOf('html.as-root')));
/** What is otherwise for a person whose device asks for more contrast. */
const moreContrast = Object.fromEntries(
  tokensIn(css.slice(css.indexOf('@media (prefers-contrast: more)'))),
);

type Mode = 'light' | 'dark';
type Overrides = Readonly<Record<string, string>>;

/** The colour of a token as `#rrggbb`, as a browser would find it. */
function colourOf(name: string, mode: Mode, overrides: Overrides = {}): string {
  const value = overrides[name] ?? declared.get(name);
  if (value === undefined) throw new Error(`there is no --as-${name}`);
  const other = /^var\(--as-([\w-]+)\)$/.exec(value)?.[1];
  if (other) return colourOf(other, mode, overrides);
  const two = /^light-dark\((.+?\)?), ?(.+)\)$/.exec(value);
  const colour = parse(two ? ((mode === 'light' ? two[1] : two[2]) ?? '') : value);
  if (!colour) throw new Error(`--as-${name} is no colour: ${value}`);
  return formatHex(colour);
}

const contrastOf = (ink: string, behind: string, mode: Mode, overrides?: Overrides) =>
  wcagContrast(colourOf(ink, mode, overrides), colourOf(behind, mode, overrides));

describe.each(['light', 'dark'] as const)('in %s', (mode) => {
  test.each(pairs)('$ink on $behind has a contrast of $least', ({ ink, behind, least }) => {
    expect(contrastOf(ink, behind, mode)).toBeGreaterThanOrEqual(least);
  });

  const more = pairs.map((pair) => ({ ...pair, least: pair.least === 4.5 ? 7 : 4.5 }));
  test.each(more)(
    '$ink on $behind has a contrast of $least where the device asks for more',
    ({ ink, behind, least }) => {
      expect(contrastOf(ink, behind, mode, moreContrast)).toBeGreaterThanOrEqual(least);
    },
  );

  // The examples of the toolbar: a friendly one, a yellow and a nearly black one.
  test.each(Object.entries(hosts).filter(([, host]) => 'accent' in host))(
    'the page keeps every contrast with the accent of the host “%s”',
    (_, host) => {
      if (!('accent' in host)) throw new Error('every one of these has an accent');
      const { accent, soft, fill, fillHover, onFill } = shadesOf(host.accent[mode], mode);
      const overrides = {
        accent,
        'accent-soft': soft,
        'accent-fill': fill,
        'accent-fill-hover': fillHover,
        'on-accent': onFill,
      };
      const tooLow = pairs
        .map((pair) => ({ ...pair, is: contrastOf(pair.ink, pair.behind, mode, overrides) }))
        .filter(({ is, least }) => is < least);
      expect(tooLow).toEqual([]);
    },
  );
});

test('no brand takes the contrast away that a device asks for', () => {
  const block = css.slice(css.indexOf('@media (prefers-contrast: more)'));
  for (const [name] of brandProperties) {
    expect(block).toMatch(new RegExp(`--as-${name}: [^;]+ !important;`));
  }
});

test('every token stands on a page of the stories', () => {
  expect(new Set(Object.values(groups).flat())).toEqual(new Set(declared.keys()));
});
