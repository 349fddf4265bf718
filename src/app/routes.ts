import type { ComponentType } from 'react';
import type { Capabilities } from '../client/me-client.ts';
import type { PageName } from '../contract/page-names.ts';
import { loadArea, type Area, type MessageId } from '../i18n/catalogue.ts';
import type { IconName } from '../ui/icon.tsx';
import ProfilePage from '../pages/profile/profile-page.tsx';
import { lazyPage, type LazyPage } from './lazy-page.tsx';

export interface Route {
  readonly name: PageName;
  readonly path: `/${PageName}`;
  readonly title: MessageId;
  readonly about: MessageId;
  readonly icon: IconName;
  readonly page: LazyPage;
  /** Whether the page would have anything to show. */
  readonly has: (can: Capabilities) => boolean;
  /** Stands apart in the navigation. */
  readonly apart?: boolean;
}

/** A page, and the part of the messages that only it needs. */
const page = (load: () => Promise<{ default: ComponentType }>, area?: Area) =>
  lazyPage(async () => {
    const [module] = await Promise.all([load(), area && loadArea(area)]);
    return module;
  });

/** The pages in the order of the navigation. */
export const routes: readonly Route[] = [
  {
    name: 'profile',
    path: '/profile',
    title: 'page.profile',
    about: 'page.profile.about',
    icon: 'person',
    has: () => true,
    // Part of the entry: the page most people open first waits for no second file.
    page: page(() => Promise.resolve({ default: ProfilePage })),
  },
  {
    name: 'preferences',
    path: '/preferences',
    title: 'page.preferences',
    about: 'page.preferences.about',
    icon: 'sliders',
    has: (can) => Object.values(can.preferences).some((access) => access !== 'none'),
    page: page(() => import('../pages/preferences/preferences-page.tsx'), 'preferences'),
  },
  {
    name: 'usage',
    path: '/usage',
    title: 'page.usage',
    about: 'page.usage.about',
    icon: 'chart',
    has: ({ usage }) => usage.totals || usage.history,
    page: page(() => import('../pages/usage/usage-page.tsx'), 'usage'),
  },
  {
    name: 'sessions',
    path: '/sessions',
    title: 'page.sessions',
    about: 'page.sessions.about',
    icon: 'screen',
    has: ({ sessions }) => sessions.list || sessions.count,
    page: page(() => import('../pages/sessions/sessions-page.tsx'), 'sessions'),
  },
  {
    name: 'danger-zone',
    path: '/danger-zone',
    title: 'page.danger',
    about: 'page.danger.about',
    icon: 'warning',
    has: (can) => can.exportData || can.deletion.available || can.deletion.graceDays !== null,
    page: page(() => import('../pages/danger-zone/danger-zone-page.tsx'), 'danger'),
    apart: true,
  },
];

/** The route of a path, trailing slash or not. */
export const routeOf = (pathname: string): Route | undefined =>
  routes.find((route) => route.path === pathname.replace(/\/+$/, ''));

/** The pages that the backend fills and the operator wants. */
export const offeredRoutes = (
  can: Capabilities,
  pages: readonly PageName[] | undefined,
): readonly Route[] =>
  routes.filter(({ name, has }) => has(can) && (pages === undefined || pages.includes(name)));
