import { useMemo } from 'react';
import { useCan } from '../data/can.tsx';
import { useSettings } from './config/settings.tsx';
import { offeredRoutes, type Route } from './routes.ts';

/** The pages there are for this account. */
export function useOfferedRoutes(): readonly Route[] {
  const can = useCan();
  const { pages } = useSettings();
  return useMemo(() => offeredRoutes(can, pages), [can, pages]);
}
