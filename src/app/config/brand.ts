import { contrast, luminance, mixed, readableContrast } from '../../contract/contrast.ts';
import type { PageConfig } from '../../contract/page-config.ts';

/** Black or white, whichever contrasts more with `colour`: 4.58 at least. */
export const readableOn = (colour: string): '#000000' | '#ffffff' =>
  // Both contrast alike where (L + 0.05)² = 0.05 · 1.05.
  luminance(colour) > Math.sqrt(0.05 * 1.05) - 0.05 ? '#000000' : '#ffffff';

/**
 * What a brand's colour stands before in each mode: the card, which of the page's surfaces its text
 * contrasts with least, how much of it is in a soft background, and where it goes to be read.
 */
const modes = {
  light: { surface: '#ffffff', worst: '#f3f4f5', soft: 0.09, toward: '#000000' },
  dark: { surface: '#16191c', worst: '#16191c', soft: 0.2, toward: '#ffffff' },
} as const;

export interface Shades {
  /** As the brand has it: behind the words of the button that counts. */
  readonly fill: string;
  readonly fillHover: string;
  /** On both of them. */
  readonly onFill: string;
  /** For words, rings and marks: the brand's own where it can be read, else as near to it as can be. */
  readonly accent: string;
  /** Behind words in `accent`. */
  readonly soft: string;
}

/** The shades of a brand's colour, `#rrggbb`: every pair that is read has a contrast of 4.5 (WCAG 2.2). */
export function shadesOf(colour: string, mode: keyof typeof modes): Shades {
  const { surface, worst, soft: share, toward } = modes[mode];
  const onFill = readableOn(colour);
  const away = onFill === '#000000' ? '#ffffff' : '#000000';
  const fill = { fill: colour, fillHover: mixed(colour, away, 0.12), onFill };
  for (let step = 0; ; step += 1) {
    const accent = mixed(colour, toward, Math.min(1, step / 50));
    const soft = mixed(surface, accent, share);
    const least = Math.min(contrast(accent, worst), contrast(accent, soft));
    if (least >= readableContrast || step >= 50) return { ...fill, accent, soft };
  }
}

/** Puts the brand's accent on the document, with the shades that belong to it. */
export function applyBrand({ accent }: NonNullable<PageConfig['brand']> = {}): void {
  if (!accent) return;
  const [light, dark] = [shadesOf(accent.light, 'light'), shadesOf(accent.dark, 'dark')];
  const { style } = document.documentElement;
  for (const [name, shade] of brandProperties) {
    style.setProperty(`--as-${name}`, `light-dark(${light[shade]}, ${dark[shade]})`);
  }
}

/** The custom properties that a brand sets. */
export const brandProperties = [
  ['accent', 'accent'],
  ['accent-soft', 'soft'],
  ['accent-fill', 'fill'],
  ['accent-fill-hover', 'fillHover'],
  ['on-accent', 'onFill'],
] as const satisfies readonly (readonly [string, keyof Shades])[];
