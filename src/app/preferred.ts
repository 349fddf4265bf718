/**
 * What the page should look like before anything is fetched: the last theme and language seen on
 * this device. Only a hint; the account decides once it is read. The inline script of `index.html`
 * reads the same keys.
 */
const keys = { theme: 'account-settings:theme', locale: 'account-settings:locale' } as const;

export function readHint(hint: keyof typeof keys): string | undefined {
  try {
    return localStorage.getItem(keys[hint]) || undefined;
  } catch {
    return undefined;
  }
}

export function writeHint(hint: keyof typeof keys, value: string): void {
  try {
    localStorage.setItem(keys[hint], value);
  } catch {
    // Storage is blocked: the next visit starts with the device's own settings.
  }
}

/** Puts the theme on the document: `light` and `dark` by name, anything else follows the device. */
export function applyTheme(theme: string): void {
  const { dataset } = document.documentElement;
  if (theme === 'light' || theme === 'dark') dataset['theme'] = theme;
  else delete dataset['theme'];
  writeHint('theme', theme);
}
