import { createContext, use } from 'react';
import type { PageConfig } from '../../contract/page-config.ts';

const SettingsContext = createContext<PageConfig>({});

/** Gives the page what its operator configured. */
export const SettingsProvider = SettingsContext;

export const useSettings = (): PageConfig => use(SettingsContext);
