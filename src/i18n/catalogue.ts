import english from './messages/en/core.ts';
import type config from './messages/en/config.json';
import type danger from './messages/en/danger.json';
import type frame from './messages/en/frame.json';
import type preferences from './messages/en/preferences.json';
import type sessions from './messages/en/sessions.json';
import type usage from './messages/en/usage.json';

/** The id of every message, whichever part of the catalogue it stands in. */
export type MessageId =
  | keyof typeof english
  | keyof typeof config
  | keyof typeof danger
  | keyof typeof frame
  | keyof typeof preferences
  | keyof typeof sessions
  | keyof typeof usage;

/** Texts, or parsed messages where they have arguments, by id. */
export type Messages = Record<string, unknown>;

type Load = () => Promise<{ default: Messages }>;

/** What a page, a frame, or the notice of a wrong configuration, brings along with its code; everything else is in `core`. */
export type Area = 'config' | 'danger' | 'frame' | 'preferences' | 'sessions' | 'usage';

/** The complete languages. The core of English is part of the first load. */
const sources = {
  en: {
    core: () => Promise.resolve({ default: english }),
    config: () => import('./messages/en/config.json'),
    danger: () => import('./messages/en/danger.json'),
    frame: () => import('./messages/en/frame.json'),
    preferences: () => import('./messages/en/preferences.json'),
    sessions: () => import('./messages/en/sessions.json'),
    usage: () => import('./messages/en/usage.json'),
  },
  ar: {
    core: () => import('./messages/ar/core.ts'),
    config: () => import('./messages/ar/config.json'),
    danger: () => import('./messages/ar/danger.json'),
    frame: () => import('./messages/ar/frame.json'),
    preferences: () => import('./messages/ar/preferences.json'),
    sessions: () => import('./messages/ar/sessions.json'),
    usage: () => import('./messages/ar/usage.json'),
  },
} as const satisfies Record<string, Record<'core' | Area, Load>>;

export type Language = keyof typeof sources;
export const languages = Object.keys(sources) as Language[];

const wanted = new Set<'core' | Area>(['core']);
/** The messages of each language in use. One object per language, which grows with the pages. */
const catalogues = new Map<Language, { messages: Messages; areas: Set<string> }>();

/** Fetches what is wanted and not here yet, including what becomes wanted meanwhile. */
async function complete(language: Language): Promise<Messages> {
  const catalogue = catalogues.get(language) ?? { messages: {}, areas: new Set<string>() };
  for (;;) {
    const missing = [...wanted].filter((area) => !catalogue.areas.has(area));
    if (missing.length === 0) break;
    const parts = await Promise.all(missing.map((area) => sources[language][area]()));
    for (const part of parts) Object.assign(catalogue.messages, part.default);
    for (const area of missing) catalogue.areas.add(area);
  }
  catalogues.set(language, catalogue);
  return catalogue.messages;
}

/** The messages that are there without waiting: English, at first its core alone. */
export function firstMessages(): Messages {
  const known = catalogues.get('en') ?? { messages: { ...english }, areas: new Set(['core']) };
  catalogues.set('en', known);
  return known.messages;
}

/** A language's messages: the core and those of every page fetched so far. */
export const loadMessages = (language: Language): Promise<Messages> => complete(language);

/** Adds a page's messages to every language in use; to be awaited before the page is shown. */
export async function loadArea(area: Area): Promise<void> {
  wanted.add(area);
  await Promise.all([...catalogues.keys()].map(complete));
}
