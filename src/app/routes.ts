import type { ComponentType } from 'react';
import { loadArea, type Area, type MessageId } from '../i18n/catalogue.ts';
import type { IconName } from '../ui/icon.tsx';
import ProfilePage from '../pages/profile/profile-page.tsx';
import { lazyPage, type LazyPage } from './lazy-page.tsx';

export interface Route {
  readonly path: string;
  readonly title: MessageId;
  readonly about: MessageId;
  readonly icon: IconName;
  readonly page: LazyPage;
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
    path: '/profile',
    title: 'page.profile',
    about: 'page.profile.about',
    icon: 'person',
    // Part of the entry: the page most people open first waits for no second file.
    page: page(() => Promise.resolve({ default: ProfilePage })),
  },
  {
    path: '/preferences',
    title: 'page.preferences',
    about: 'page.preferences.about',
    icon: 'sliders',
    page: page(() => import('../pages/preferences/preferences-page.tsx'), 'preferences'),
  },
  {
    path: '/usage',
    title: 'page.usage',
    about: 'page.usage.about',
    icon: 'chart',
    page: page(() => import('../pages/usage/usage-page.tsx'), 'usage'),
  },
  {
    path: '/sessions',
    title: 'page.sessions',
    about: 'page.sessions.about',
    icon: 'screen',
    page: page(() => import('../pages/sessions/sessions-page.tsx'), 'sessions'),
  },
  {
    path: '/danger-zone',
    title: 'page.danger',
    about: 'page.danger.about',
    icon: 'warning',
    page: page(() => import('../pages/danger-zone/danger-zone-page.tsx'), 'danger'),
    apart: true,
  },
];

/** The route of a path, trailing slash or not. */
export const routeOf = (pathname: string): Route | undefined =>
  routes.find((route) => route.path === pathname.replace(/\/+$/, ''));
