import type { FrameTheme } from '../../embed/protocol.ts';
import { applyBrand, brandProperties } from '../config/brand.ts';

/** The page's own measures, in pixels, that a host's measure stands for. */
const own = { radiusCard: 14, radius: 10, radiusSmall: 6, text: 14, textSmall: 13, textLarge: 15 };

const pixels = (value: number) => `${Math.round(value * 100) / 100}px`;
const rem = (value: number) => `${value / 16}rem`;

/** The custom properties of a theme; what it leaves out stays the page's own. */
function propertiesOf({ radius, fontSize, fontFamily, density }: FrameTheme) {
  const compact = density === 'compact';
  return {
    'radius-card': radius === undefined ? '' : pixels(radius),
    radius: radius === undefined ? '' : pixels((radius * own.radius) / own.radiusCard),
    'radius-small': radius === undefined ? '' : pixels((radius * own.radiusSmall) / own.radiusCard),
    text: fontSize === undefined ? '' : rem(fontSize),
    'text-small': fontSize === undefined ? '' : rem(fontSize - (own.text - own.textSmall)),
    'text-large': fontSize === undefined ? '' : rem(fontSize + (own.textLarge - own.text)),
    font: fontFamily === undefined ? '' : `${fontFamily}, system-ui, sans-serif`,
    'control-height': compact ? '2rem' : '',
    'card-padding': compact ? '0.875rem' : '',
    'card-gap': compact ? '0.75rem' : '',
  };
}

/**
 * Puts a host's theme on the document. Without a mode the page follows the colour scheme of the
 * frame's place in the host's page, which the browser hands down.
 */
export function applyFrameTheme(
  theme: FrameTheme = {},
  brand: Parameters<typeof applyBrand>[0] = {},
): void {
  const { dataset, style } = document.documentElement;
  if (theme.mode === 'light' || theme.mode === 'dark') dataset['theme'] = theme.mode;
  else delete dataset['theme'];
  const accent = theme.accent ?? brand.accent;
  for (const [name] of brandProperties) {
    style.removeProperty(`--as-${name}`);
  }
  applyBrand({ accent });
  for (const [name, value] of Object.entries(propertiesOf(theme))) {
    // An empty value takes the property away.
    style.setProperty(`--as-${name}`, value);
  }
}
