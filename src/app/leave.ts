import { tellTabs } from '../data/tabs.ts';
import { dropAllDrafts } from '../form/drafts.ts';

const uses = ['pointerdown', 'keydown'] as const;

/**
 * The person signs out by leaving the page: nothing typed stays, and the other tabs hear of it once
 * the service has answered. The browser may ask first; who goes on using the page has stayed.
 */
export function leave(): void {
  const go = () => {
    dropAllDrafts();
    tellTabs();
    stay();
  };
  const stay = () => {
    window.removeEventListener('pagehide', go);
    for (const use of uses) window.removeEventListener(use, stay, true);
  };
  window.addEventListener('pagehide', go);
  for (const use of uses) window.addEventListener(use, stay, true);
}
