import { luminance } from '../../contract/contrast.ts';
import type { PageConfig } from '../../contract/page-config.ts';

/** Black or white, whichever contrasts more with `colour`. */
export const readableOn = (colour: string): '#000000' | '#ffffff' =>
  // Both contrast alike where (L + 0.05)² = 0.05 · 1.05.
  luminance(colour) > Math.sqrt(0.05 * 1.05) - 0.05 ? '#000000' : '#ffffff';

/** Puts the brand's accent on the document, with the shades that belong to it. */
export function applyBrand({ accent }: NonNullable<PageConfig['brand']> = {}): void {
  if (!accent) return;
  const { light, dark } = accent;
  const { style } = document.documentElement;
  const set = (name: string, onLight: string, onDark: string) =>
    style.setProperty(`--as-${name}`, `light-dark(${onLight}, ${onDark})`);
  set('accent', light, dark);
  set(
    'accent-hover',
    `color-mix(in oklab, ${light} 88%, black)`,
    `color-mix(in oklab, ${dark} 88%, white)`,
  );
  set(
    'accent-soft',
    `color-mix(in oklab, ${light} 9%, var(--as-surface))`,
    `color-mix(in oklab, ${dark} 20%, var(--as-surface))`,
  );
  set('on-accent', readableOn(light), readableOn(dark));
}
