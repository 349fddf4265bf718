import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { sourcesBelow } from './sources.ts';

interface StoryFile {
  readonly path: string;
  readonly title: string;
  readonly component: string;
  readonly subcomponents: readonly string[];
  readonly stories: readonly string[];
  readonly text: string;
}

const propertyOf = (object: ts.ObjectLiteralExpression, name: string) =>
  object.properties.find((property) => property.name?.getText() === name);

function initializer(property: ts.ObjectLiteralElementLike | undefined): ts.Expression | undefined {
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

/** What a file of stories declares. */
function readStories(path: string): StoryFile {
  const text = readFileSync(path, 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  let meta: ts.ObjectLiteralExpression | undefined;
  const stories: string[] = [];
  for (const statement of file.statements) {
    if (ts.isExportAssignment(statement)) {
      let expression = statement.expression;
      while (ts.isSatisfiesExpression(expression)) expression = expression.expression;
      if (ts.isObjectLiteralExpression(expression)) meta = expression;
    } else if (
      ts.isVariableStatement(statement) &&
      statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    ) {
      stories.push(...statement.declarationList.declarations.map(({ name }) => name.getText()));
    }
  }
  if (!meta) throw new Error(`${path} has no default export`);
  const title = initializer(propertyOf(meta, 'title'));
  const more = initializer(propertyOf(meta, 'subcomponents'));
  return {
    path,
    text,
    title: title && ts.isStringLiteral(title) ? title.text : '',
    component: initializer(propertyOf(meta, 'component'))?.getText() ?? '',
    subcomponents:
      more && ts.isObjectLiteralExpression(more)
        ? more.properties.map((property) => property.name?.getText() ?? '')
        : [],
    stories,
  };
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.stories.tsx'))
  .map((name) => readStories(join('src', name)));

/** Components that show nothing themselves. */
const withoutLook = new Set([
  'AccountPlace',
  'AccountProvider',
  'AccountSettingsProvider',
  'CanProvider',
  'ClientProvider',
  'FramedApp',
  'IntlProvider',
  'LocaleProvider',
  'Providers',
  'Routing',
  'Text',
  'ThemeSync',
]);

/** Every component that a file exports. */
const components = sourcesBelow('src')
  .filter(({ path }) => path.endsWith('.tsx'))
  .flatMap(({ path, text }) =>
    [
      ...text.matchAll(/^export (?:default )?function ([A-Z]\w+)/gm),
      ...text.matchAll(/^export const ([A-Z]\w*[a-z]\w*)(?:: [^=\n]+)? = (?:\(|(?:card|memo)\()/gm),
    ].map((found) => ({ path, name: found[1] ?? '' })),
  )
  .filter(({ name }) => !withoutLook.has(name));

const read = ['Full', 'Loading', 'Slow', 'Empty', 'Failed', 'Offline', 'Delegated', 'Leaving'];
const ofForm = ['ReadOnly', 'Unsaved', 'Invalid', 'Pending', 'Saved', 'NotSaved', 'Conflict'];

/** The states that a story must show, by the kind of what is shown. */
const required: Readonly<Record<string, readonly string[]>> = {
  page: [
    ...read,
    'LongTexts',
    'ReadOnly',
    'ByProgram',
    'Bare',
    'Embedded',
    'EmbeddedAlone',
    'Branded',
    'OurService',
    'Bird',
    'Mirra',
  ],
  form: [...read, 'Recorded', 'LongTexts', ...ofForm],
  instant: [...read, 'Recorded', 'ReadOnly', 'Pending', 'Saved', 'NotSaved'],
  facts: [...read, 'Recorded', 'LongTexts'],
  figures: [...read, 'Recorded', 'Unavailable'],
  list: [
    ...read,
    'Recorded',
    'LongTexts',
    'Pending',
    'SignedOut',
    'NotSignedOut',
    'Asking',
    'CountedOnly',
    'NotRevocable',
    'TenThousand',
  ],
  action: [...read, 'Recorded', 'Unavailable', 'Pending', 'Done', 'NotDone'],
};

const kinds: Readonly<Record<string, keyof typeof required>> = {
  PublicProfileCard: 'form',
  RegionCard: 'form',
  EmailCard: 'form',
  PhoneCard: 'form',
  SchedulingCard: 'form',
  SocialLinksCard: 'form',
  AppearanceCard: 'instant',
  NotificationsCard: 'instant',
  LinkedAccountsCard: 'facts',
  FactsCard: 'facts',
  QuotaCard: 'figures',
  DailyUsageCard: 'figures',
  DevicesCard: 'list',
  ExportCard: 'action',
  DeleteCard: 'action',
  ProfilePage: 'page',
  PreferencesPage: 'page',
  UsagePage: 'page',
  SessionsPage: 'page',
  DangerZonePage: 'page',
};

/** States that cannot be. */
const impossible: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  RegionCard: { Invalid: 'both fields choose from a list; what is stored is never refused' },
  SchedulingCard: {
    Invalid: 'the field chooses from a list',
    LongTexts: 'names of zones come from the list',
  },
};

describe('the stories', () => {
  test('are all seen', () => {
    expect(files.length).toBeGreaterThan(35);
    expect(components.length).toBeGreaterThan(80);
  });

  test('show every component that is exported', () => {
    const shown = new Set(files.flatMap((file) => [file.component, ...file.subcomponents]));
    // A card is exported by its page and, for hosts, by the library under another name.
    const same: Readonly<Record<string, string>> = {
      DailyCard: 'DailyUsageCard',
      Appearance: 'AppearanceCard',
      Notifications: 'NotificationsCard',
      Scheduling: 'SchedulingCard',
      SocialLinks: 'SocialLinksCard',
    };
    const missing = components.filter(({ name }) => !shown.has(same[name] ?? name));
    expect(missing).toEqual([]);
  });

  test('leave out only what shows nothing', () => {
    const shown = new Set(files.flatMap((file) => [file.component, ...file.subcomponents]));
    expect([...withoutLook].filter((name) => shown.has(name))).toEqual([]);
  });

  test.each(Object.keys(kinds))('show %s in every state that applies', (component) => {
    const file = files.find((one) => one.component === component);
    const states = required[kinds[component] ?? ''] ?? [];
    const not = impossible[component] ?? {};
    const missing = states.filter((state) => !(state in not) && !file?.stories.includes(state));
    expect(missing).toEqual([]);
  });

  test('cover every card that hosts can use, and every page', () => {
    const library = readFileSync('src/library/index.ts', 'utf8');
    const cards = [...library.matchAll(/\b(\w+Card)\b/g)].map((found) => found[1] ?? '');
    const pages = components.map(({ name }) => name).filter((name) => /^\w+Page$/.test(name));
    expect([...cards, ...pages].filter((name) => !(name in kinds))).toEqual([]);
  });

  test.each(files)('$path says when to use it, keys, what is announced, do and don’t', (file) => {
    for (const part of ['use', 'keyboard', 'announced', 'does', 'donts']) {
      expect(file.text).toMatch(new RegExp(`\\b${part}:`));
    }
    expect(file.title).not.toBe('');
    expect(file.stories.length).toBeGreaterThan(0);
  });
});
