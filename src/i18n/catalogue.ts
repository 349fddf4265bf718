import type { PageLanguage } from '../contract/languages.ts';
import english from './messages/en/core.ts';
import type config from './messages/en/config.json';
import type danger from './messages/en/danger.json';
import type frame from './messages/en/frame.json';
import type phone from './messages/en/phone.json';
import type preferences from './messages/en/preferences.json';
import type sessions from './messages/en/sessions.json';
import type usage from './messages/en/usage.json';

/** The id of every message, whichever part of the catalogue it stands in. */
export type MessageId =
  | keyof typeof english
  | keyof typeof config
  | keyof typeof danger
  | keyof typeof frame
  | keyof typeof phone
  | keyof typeof preferences
  | keyof typeof sessions
  | keyof typeof usage;

/** Texts, or parsed messages where they have arguments, by id. */
export type Messages = Record<string, unknown>;

type Load = () => Promise<{ default: Messages }>;

/**
 * What a page, a frame, the countries of phone numbers, or the notice of a wrong configuration,
 * brings along with its code in English; everything else is in the core, which is part of the first load.
 */
const areas = {
  config: () => import('./messages/en/config.json'),
  danger: () => import('./messages/en/danger.json'),
  frame: () => import('./messages/en/frame.json'),
  phone: () => import('./messages/en/phone.json'),
  preferences: () => import('./messages/en/preferences.json'),
  sessions: () => import('./messages/en/sessions.json'),
  usage: () => import('./messages/en/usage.json'),
} as const satisfies Record<string, Load>;

export type Area = keyof typeof areas;

/** The other languages, each one file: whoever reads one waits once, not once for every page. */
const translations = {
  de: () => import('./messages/de/all.ts'),
  fr: () => import('./messages/fr/all.ts'),
  es: () => import('./messages/es/all.ts'),
  'pt-BR': () => import('./messages/pt-BR/all.ts'),
  ja: () => import('./messages/ja/all.ts'),
  'zh-Hans': () => import('./messages/zh-Hans/all.ts'),
  hi: () => import('./messages/hi/all.ts'),
  ar: () => import('./messages/ar/all.ts'),
  he: () => import('./messages/he/all.ts'),
  // English with accents and 40 % longer, by which one sees what is not translated or has no room.
  'en-XA': () => import('./pseudo.ts'),
} as const satisfies Record<Exclude<PageLanguage, 'en'> | 'en-XA', Load>;

/** What can be read here; `en-XA` is for testing, and shown to whoever asks for it by its tag. */
export type Language = PageLanguage | 'en-XA';

const wanted = new Set<Area>();
/** English: one object, which grows with the pages. */
const inEnglish: { messages: Messages; areas: Set<Area> } = {
  messages: { ...english },
  areas: new Set(),
};

/** Fetches what is wanted and not here yet, including what becomes wanted meanwhile. */
async function completeEnglish(): Promise<Messages> {
  for (;;) {
    const missing = [...wanted].filter((area) => !inEnglish.areas.has(area));
    if (missing.length === 0) return inEnglish.messages;
    const parts = await Promise.all(missing.map((area) => areas[area]()));
    for (const part of parts) Object.assign(inEnglish.messages, part.default);
    for (const area of missing) inEnglish.areas.add(area);
  }
}

/** Whether anybody reads English; the words of later pages are fetched for them alone. */
let isEnglishRead = false;

/** The messages that are there without waiting: English, at first its core alone. */
export function firstMessages(): Messages {
  isEnglishRead = true;
  return inEnglish.messages;
}

/** A language's messages: in English those of every page fetched so far, else all. */
export async function loadMessages(language: Language): Promise<Messages> {
  if (language !== 'en') return (await translations[language]()).default;
  isEnglishRead = true;
  return completeEnglish();
}

/** Fetches a page's messages where its readers do not have them; to be awaited before the page is shown. */
export async function loadArea(area: Area): Promise<void> {
  wanted.add(area);
  if (isEnglishRead) await completeEnglish();
}
