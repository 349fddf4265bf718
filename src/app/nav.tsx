import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router-dom';
import { useUserQuery } from '../data/user.ts';
import { isHttpsUrl } from '../contract/rules.ts';
import { useText } from '../i18n/text.tsx';
import { useSettings } from './config/settings.tsx';
import { leave } from './leave.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useOfferedRoutes } from './use-offered-routes.ts';

/** Whose account this is, and the pages. */
export function Side() {
  return (
    <header className="as-shell-side">
      <Brand />
      <Person />
      <Nav />
      <SignOut />
    </header>
  );
}

/** Where people sign in with this service's own cookie, they can sign out as simply. */
function SignOut() {
  const t = useText();
  const { auth = 'cookie', backend, signInUrl } = useSettings();
  if (auth !== 'cookie' || backend?.baseUrl !== undefined || signInUrl !== undefined) return null;
  return (
    <form className="as-shell-sign-out" method="post" action="/sign-out" onSubmit={leave}>
      <Button variant="ghost" type="submit">
        {t('app.signOut')}
      </Button>
    </form>
  );
}

/** Whose product this is, where the operator says so. */
function Brand() {
  const { brand } = useSettings();
  if (!brand?.name && !brand?.logoUrl) return null;
  return (
    <div className="as-shell-brand">
      {brand.logoUrl && <img src={brand.logoUrl} alt={brand.name ? '' : brand.logoUrl} />}
      {brand.name && <bdi translate="no">{brand.name}</bdi>}
    </div>
  );
}

function Person() {
  const { data } = useUserQuery();
  if (!data) {
    return (
      <div className="as-shell-person">
        <span className="as-shell-circle" />
        <span className="as-shell-bar short" />
      </div>
    );
  }
  const { name, username, avatarUrl } = data.value;
  return (
    <div className="as-shell-person">
      <Avatar
        size="small"
        name={name}
        src={avatarUrl && isHttpsUrl(avatarUrl) ? avatarUrl : undefined}
      />
      <div>
        <div className="as-shell-name" dir="auto" translate="no">
          {name}
        </div>
        {username && (
          <div className="as-shell-username">
            <bdi translate="no">{`@${username}`}</bdi>
          </div>
        )}
      </div>
    </div>
  );
}

/** The pages there are. */
export function Nav() {
  const t = useText();
  const routes = useOfferedRoutes();
  const list = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  // When narrow the row scrolls: the current page must be in sight, and the window must not move. An
  // observer is told the places; asking for them here would lay out the page before its first paint.
  useEffect(() => {
    const row = list.current?.parentElement;
    const current = row?.querySelector('[aria-current=page]');
    if (!row || !current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        observer.disconnect();
        if (!entry?.rootBounds) return;
        const { boundingClientRect: link, rootBounds: box } = entry;
        if (link.left < box.left) row.scrollLeft -= box.left - link.left + 16;
        else if (link.right > box.right) row.scrollLeft += link.right - box.right + 16;
      },
      { root: row },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [pathname]);
  return (
    <nav className="as-shell-nav" aria-label={t('app.nav')}>
      <ul ref={list}>
        {routes.map((route) => {
          const load = () => void route.page.load().catch(() => undefined);
          return (
            <li key={route.path} className={route.apart ? 'as-shell-apart' : undefined}>
              <NavLink to={route.path} onPointerEnter={load} onFocus={load}>
                <Icon name={route.icon} />
                <span>{t(route.title)}</span>
              </NavLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
