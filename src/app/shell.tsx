import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { useText } from '../i18n/text.tsx';
import { useOwnId } from '../ui/own-id.ts';
import { Banners } from './banners.tsx';
import { useSettings } from './config/settings.tsx';
import { Nav, Side } from './nav.tsx';
import { usePlace } from './place.tsx';
import { useDeepLink } from './use-deep-link.ts';

export interface ShellProps {
  title: string;
  about: ReactNode;
  children: ReactNode;
}

/** Navigation, banners, the page's heading, and what the page shows. */
export function Shell({ title, about, children }: ShellProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLDivElement>(null);
  const { pathname, hash } = useLocation();
  const brand = useSettings().brand?.name;
  const { kind, navigation } = usePlace();
  // A page of somebody's has a main part of its own.
  const Main = kind === 'component' ? 'div' : 'main';
  const contentId = useOwnId('content');
  const shownPath = useRef(pathname);

  useEffect(() => {
    if (kind === 'component') return;
    document.title = brand
      ? t('app.pageTitle.brand', { page: title, brand })
      : t('app.pageTitle', { page: title });
  }, [kind, t, title, brand]);

  // Where a page is loaded anew the browser does this; within the app it is ours to do.
  useEffect(() => {
    if (shownPath.current === pathname) return;
    shownPath.current = pathname;
    if (hash) return;
    if (kind === 'page') {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    } else if (document.hasFocus()) {
      // The host's page scrolls to it, and keeps the focus where the host itself changed the page.
      heading.current?.focus();
    }
  }, [kind, pathname, hash]);

  useDeepLink(main);

  return (
    <div className="as-shell" data-navigation={navigation}>
      {navigation !== 'none' && (
        <a
          className="as-shell-skip"
          href={`#${contentId}`}
          onClick={(event) => {
            // The address stays: its hash names a field, and Back must not lead to a skip.
            event.preventDefault();
            main.current?.focus();
          }}
        >
          {t('app.skip')}
        </a>
      )}
      {navigation === 'side' && <Side />}
      {navigation === 'tabs' && <Nav />}
      <Main ref={main} id={contentId} className="as-shell-main" tabIndex={-1}>
        <Banners />
        <div className="as-shell-heading">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p>{about}</p>
        </div>
        {children}
      </Main>
    </div>
  );
}
