import { applyBrand, brandProperties } from '../../src/app/config/brand.ts';

/** What a host may set, as examples: a friendly one, and some that make it hard. */
export const hosts = {
  none: {},
  violet: { accent: { light: '#6d28d9', dark: '#c4b5fd' } },
  yellow: { accent: { light: '#ffd500', dark: '#ffd500' } },
  black: { accent: { light: '#0a0014', dark: '#0a0014' } },
  serif: {
    properties: {
      '--as-font': 'Georgia, serif',
      '--as-radius': '0',
      '--as-radius-small': '0',
      '--as-radius-card': '0',
    },
  },
} as const satisfies Record<
  string,
  {
    accent?: { light: string; dark: string };
    properties?: Readonly<Record<string, string>>;
  }
>;

const compact = {
  '--as-control-height': '2rem',
  '--as-card-padding': '0.875rem',
  '--as-card-gap': '0.75rem',
} as const;

export interface Look {
  readonly theme: 'light' | 'dark' | 'system';
  readonly direction: 'auto' | 'ltr' | 'rtl';
  readonly density: 'regular' | 'compact';
  readonly host: keyof typeof hosts;
  readonly motion: 'device' | 'reduced';
  readonly colours: 'device' | 'forced' | 'contrast';
}

const features = {
  motion: /\(prefers-reduced-motion: reduce\)/,
  forced: /\(forced-colors: active\)/,
  contrast: /\(prefers-contrast: more\)/,
} as const;

const was = new WeakMap<CSSMediaRule, string>();

function eachRule(rules: CSSRuleList, visit: (rule: CSSMediaRule) => void): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) visit(rule);
    if ('cssRules' in rule) eachRule(rule.cssRules as CSSRuleList, visit);
  }
}

/** Lets the page's own rules for a preference hold although the device has none. */
function pretend(wanted: Readonly<Record<keyof typeof features, boolean>>): void {
  for (const sheet of document.styleSheets) {
    eachRule(sheet.cssRules, (rule) => {
      const condition = was.get(rule) ?? rule.conditionText;
      was.set(rule, condition);
      const names = Object.keys(features) as (keyof typeof features)[];
      const held = names.some((name) => wanted[name] && features[name].test(condition));
      rule.media.mediaText = held ? 'all' : condition;
    });
  }
}

/** Makes the document look as the toolbar says. */
export function applyLook({ theme, direction, density, host, motion, colours }: Look): void {
  const root = document.documentElement;
  root.classList.add('as-root');
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  if (direction !== 'auto') root.dir = direction;
  for (const [name] of brandProperties) root.style.removeProperty(`--as-${name}`);
  const { accent, properties = {} } = hosts[host] as {
    accent?: { light: string; dark: string };
    properties?: Readonly<Record<string, string>>;
  };
  applyBrand({ accent });
  const all = new Set([...Object.keys(compact), ...Object.keys(hosts.serif.properties)]);
  for (const name of all) root.style.removeProperty(name);
  for (const [name, value] of Object.entries({
    ...(density === 'compact' ? compact : {}),
    ...properties,
  })) {
    root.style.setProperty(name, value);
  }
  pretend({
    motion: motion === 'reduced',
    forced: colours === 'forced',
    contrast: colours === 'contrast',
  });
}
