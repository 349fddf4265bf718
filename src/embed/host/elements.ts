import type { FrameState } from '../protocol.ts';
import { wordsFor } from './words.ts';

/** Where one person's account page is shown. */
export interface Place {
  readonly origin: string;
  readonly client: string;
}

/** What the page needs: scripts and its own storage, forms, the file of an export, links to sign in. */
const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox';

/** Pixels until the page says how high it is. */
const firstHeight = 480;

/**
 * Makes the frame see the host's light or dark as its own, without which no browser leaves its
 * canvas transparent. Undefined: whatever the host's page has around it.
 */
export function applyMode(frame: HTMLIFrameElement, { theme }: Pick<FrameState, 'theme'>): void {
  const mode = theme?.mode;
  frame.style.colorScheme = mode === 'light' || mode === 'dark' ? mode : '';
}

/** Names the frame for those who hear the page, in the language that it is in. */
export async function applyTitle(
  frame: HTMLIFrameElement,
  { locale }: Pick<FrameState, 'locale'>,
): Promise<void> {
  const { words } = await wordsFor(locale);
  frame.title = words.title;
}

/** The frame of the page, which is not in the document yet. */
export function createFrame({ origin, client }: Place, state: FrameState): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  void applyTitle(frame, state);
  frame.setAttribute('sandbox', sandbox);
  frame.allow = 'clipboard-write';
  frame.referrerPolicy = 'no-referrer';
  frame.style.cssText = `display:block;width:100%;border:0;height:${firstHeight}px`;
  applyMode(frame, state);
  frame.src = `${origin}/embed/${state.page}?client=${client}`;
  return frame;
}

/** In place of a frame that does not answer: that it does not, and what can be done. */
export function createNotice(
  { origin }: Place,
  { page, locale }: FrameState,
  onRetry: () => void,
): HTMLElement {
  const notice = document.createElement('div');
  notice.setAttribute('role', 'alert');
  notice.style.cssText = 'display:grid;gap:12px;padding:24px;justify-items:start';
  const sentence = document.createElement('span');
  const retry = document.createElement('button');
  retry.type = 'button';
  // What a finger can hit, as on the page itself.
  retry.style.minHeight = '44px';
  retry.addEventListener('click', onRetry);
  const link = document.createElement('a');
  link.href = `${origin}/${page}`;
  link.target = '_blank';
  link.rel = 'noreferrer';
  link.style.padding = '10px 0';
  void wordsFor(locale).then(({ language, dir, words }) => {
    notice.lang = language;
    notice.dir = dir;
    sentence.textContent = words.unreachable;
    retry.textContent = words.retry;
    link.textContent = words.newTab;
    notice.append(sentence, retry, link);
  });
  return notice;
}
