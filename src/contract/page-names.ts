/** The pages, in the order of the navigation, by the last part of their address. */
export const pageNames = ['profile', 'preferences', 'usage', 'sessions', 'danger-zone'] as const;
export type PageName = (typeof pageNames)[number];

export const isPageName = (value: unknown): value is PageName =>
  (pageNames as readonly unknown[]).includes(value);
