import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Where letters of a kind come from; scripts without an entry have the machine's own font. */
const files = {
  Latin: require.resolve('@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2'),
  'Latin ext':
    require.resolve('@fontsource-variable/noto-sans/files/noto-sans-latin-ext-wght-normal.woff2'),
  Arabic:
    require.resolve('@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2'),
} as const;

/**
 * A style that has the page's texts in the same font on every machine.
 *
 * @param width of its letters, as a share of what they are: 1.1 is as wide as the widest fonts of devices
 */
export function fixedFont(width = 1): string {
  const faces = Object.entries(files).map(([name, file]) => {
    const data = readFileSync(file).toString('base64');
    return `@font-face { font-family: 'Fixed ${name}'; font-weight: 100 900;
  size-adjust: ${width * 100}%; src: url(data:font/woff2;base64,${data}) format('woff2'); }`;
  });
  const names = Object.keys(files).map((name) => `'Fixed ${name}'`);
  return `${faces.join('\n')}\nhtml.as-root { --as-font: ${names.join(', ')}, sans-serif; }`;
}
