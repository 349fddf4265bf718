import type { Decorator, Preview } from '@storybook/react-vite';
import '../src/ui/tokens.css';
import '../src/ui/base.css';
import '../src/app/shell.css';
import { onlineManager } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { expect, waitFor } from 'storybook/test';
import { pageLanguages } from '../src/contract/languages.ts';
import { loadArea, loadMessages, type Area, type Messages } from '../src/i18n/catalogue.ts';
import { IntlProvider } from '../src/i18n/intl.tsx';
import { chooseLocale } from '../src/i18n/locales.ts';
import { prepareAnnouncer } from '../src/ui/announcer.ts';
import { SkeletonCard } from '../src/ui/skeleton.tsx';
import { applyLook, hosts, type Look } from '../test/stories/look.ts';
import type { Scene } from '../test/stories/scene.ts';
import { World, type Toolbar } from '../test/stories/world.tsx';
import { strayText } from '../test/tools/stray-text.ts';

prepareAnnouncer();

const areas: readonly Area[] = ['config', 'danger', 'frame', 'preferences', 'sessions', 'usage'];

const languageName = (tag: string) =>
  new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

const choices = (title: string, icon: string, values: readonly (readonly [string, string])[]) => ({
  name: title,
  description: title,
  toolbar: {
    icon: icon as never,
    dynamicTitle: true,
    items: values.map(([value, label]) => ({ value, title: label })),
  },
});

/** What is announced by its name; axe asks the names of some of these only. */
const named = ['radiogroup', 'group', 'region', 'slider', 'meter', 'dialog', 'alertdialog']
  .map((role) => `[role=${role}]`)
  .concat('dialog[open]', 'nav', 'table', 'section[aria-labelledby]')
  .join();

/** Everything a story stands in follows the toolbar; it is mounted anew when the account must be. */
const inWorld: Decorator = function InWorld(Story, { globals, parameters, loaded, id }) {
  const { language, locale, dir } = chooseLocale([String(globals['locale'])]);
  const messages = (loaded as { messages: Messages }).messages;
  const scene = parameters['scene'] as Scene | undefined;
  const toolbar = { locale, theme: globals['theme'], backend: globals['backend'] } as Toolbar;
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = dir;
    applyLook(globals as unknown as Look);
  });
  if (!scene) {
    return (
      <IntlProvider locale={locale} messages={messages}>
        <div className="as-place">
          {parameters['whole'] ? (
            <Story />
          ) : (
            <main style={{ padding: '1.5rem', maxWidth: '48rem' }}>
              <Story />
            </main>
          )}
        </div>
      </IntlProvider>
    );
  }
  const world = (
    <World key={[id, ...Object.values(toolbar)].join()} {...{ scene, toolbar, messages }}>
      <Story />
    </World>
  );
  if (scene.page) return <div className="as-place">{world}</div>;
  return <main style={{ padding: '1.5rem', maxWidth: '48rem' }}>{world}</main>;
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [inWorld],
  loaders: [
    async ({ globals }) => {
      await Promise.all(areas.map(loadArea));
      return {
        messages: await loadMessages(chooseLocale([String(globals['locale'])]).language),
      };
    },
  ],
  beforeEach: () => {
    sessionStorage.clear();
    localStorage.clear();
    return () => onlineManager.setOnline(true);
  },
  // Before axe looks, which would else see the outline of what comes.
  afterEach: async ({ canvasElement, name, component }) => {
    if (!['Loading', 'Slow'].includes(name) && component !== SkeletonCard) {
      const outline = () => canvasElement.querySelector('[role=status][aria-label]');
      await waitFor(() => expect(outline()).toBeNull(), { timeout: 10_000 });
    }
    // In a frame, as here, a dialog opens with the next frame of animation.
    await waitFor(() => expect(canvasElement.querySelector('dialog:not([open])')).toBeNull());
    for (const element of canvasElement.querySelectorAll<HTMLElement>(named)) {
      await expect(element).toHaveAccessibleName();
    }
    // A browser that translates the page takes such texts from React.
    await expect(strayText()).toEqual([]);
  },
  initialGlobals: {
    theme: 'light',
    locale: 'en',
    direction: 'auto',
    density: 'regular',
    backend: 'everything',
    host: 'none',
    motion: 'device',
    colours: 'device',
  },
  globalTypes: {
    theme: choices('Theme', 'circlehollow', [
      ['light', 'Light'],
      ['dark', 'Dark'],
      ['system', 'As the device'],
    ]),
    locale: choices('Language', 'globe', [
      ...pageLanguages.map((tag) => [tag, languageName(tag)] as const),
      ['en-XA', 'Pseudo, 40 % longer'],
    ]),
    direction: choices('Direction', 'transfer', [
      ['auto', 'Of the language'],
      ['ltr', 'Left to right'],
      ['rtl', 'Right to left'],
    ]),
    density: choices('Density', 'component', [
      ['regular', 'Regular'],
      ['compact', 'Compact'],
    ]),
    backend: choices('Backend', 'database', [
      ['everything', 'Everything (in memory)'],
      ['bird', 'What Bird can (in memory)'],
      ['mirra', 'What Mirra can (in memory)'],
      ['recorded-service', 'Our service (recorded)'],
      ['recorded-bird', 'Bird (its reference)'],
      ['recorded-mirra', 'Mirra (recorded)'],
    ]),
    host: choices(
      'Host variables',
      'paintbrush',
      Object.keys(hosts).map((name) => [name, name] as const),
    ),
    motion: choices('Motion', 'play', [
      ['device', 'As the device'],
      ['reduced', 'Reduced'],
    ]),
    colours: choices('Colours', 'contrast', [
      ['device', 'As the device'],
      ['contrast', 'More contrast'],
      ['forced', 'Forced: our rules for it'],
    ]),
  },
  parameters: {
    layout: 'fullscreen',
    docs: { story: { inline: false, height: '26rem' }, codePanel: true },
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
    },
    viewport: {
      options: Object.fromEntries(
        [320, 768, 1280].map((width) => [
          String(width),
          { name: `${width} px`, styles: { width: `${width}px`, height: '800px' } },
        ]),
      ),
    },
    options: {
      storySort: { order: ['Pages', 'Cards', 'Dialogs', 'Form', 'Primitives', 'Tokens', 'Shell'] },
    },
  },
};
export default preview;
