import { createMemoryHistory } from 'history';
import { useEffect, useId, useRef, useState } from 'react';
import { Pages } from '../app/app.tsx';
import { isPageName, type PageName } from '../contract/page-names.ts';
import { IdPrefix } from '../ui/own-id.ts';
import { AccountPlace, type AccountSettingsProviderProps } from './account-settings-provider.tsx';

export interface AccountSettingsProps extends Omit<AccountSettingsProviderProps, 'children'> {
  /** The page shown. Without it the component keeps it, and begins with `defaultPage`. */
  page?: PageName | undefined;
  /** The page shown first; `profile` by default. */
  defaultPage?: PageName | undefined;
  /** The person goes to another page. */
  onNavigate?: ((page: PageName) => void) | undefined;
  /** The way from page to page: beside them, above them, or the host's own. `side` by default. */
  navigation?: 'side' | 'tabs' | 'none' | undefined;
}

const pageOf = (pathname: string): PageName | undefined => {
  const name = pathname.slice(1);
  return isPageName(name) ? name : undefined;
};

/** All pages of the account. It changes neither the host's address nor its title. */
export function AccountSettings({
  page,
  defaultPage = 'profile',
  onNavigate,
  navigation = 'side',
  ...around
}: AccountSettingsProps) {
  const [history] = useState(() =>
    createMemoryHistory({ initialEntries: [`/${page ?? defaultPage}`] }),
  );
  const wanted = useRef(page);
  const told = useRef(onNavigate);
  useEffect(() => {
    told.current = onNavigate;
  });
  useEffect(() => {
    wanted.current = page;
    if (page !== undefined && pageOf(history.location.pathname) !== page) history.push(`/${page}`);
  }, [history, page]);
  useEffect(
    () =>
      history.listen(({ location }) => {
        const shown = pageOf(location.pathname);
        if (shown && shown !== wanted.current) told.current?.(shown);
      }),
    [history],
  );
  return (
    <AccountPlace {...around} history={history} navigation={navigation}>
      <IdPrefix value={useId()}>
        <Pages history={history} />
      </IdPrefix>
    </AccountPlace>
  );
}
