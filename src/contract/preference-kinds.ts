export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const notificationCategories = ['security', 'product', 'usage'] as const;
export const notificationChannels = ['email', 'push'] as const;
export type NotificationCategory = (typeof notificationCategories)[number];
export type NotificationChannel = (typeof notificationChannels)[number];

/** Security mail tells a person that somebody else is in their account: it cannot be turned off. */
export const isLockedNotification = (category: string, channel: string): boolean =>
  category === 'security' && channel === 'email';
