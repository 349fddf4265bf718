import { Guarded } from './account-gate.tsx';
import { lazyPage } from './lazy-page.tsx';

/** What is shown when the session is over: few ever see it, so it comes with the other pages. */
export const endPage = lazyPage(() => import('./session-ended.tsx'));

/** Says that the session is over. */
export const End = () => (
  <Guarded resetKey="end">
    <endPage.Page outline={null} />
  </Guarded>
);
