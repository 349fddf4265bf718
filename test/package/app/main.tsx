import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route, Routes } from 'react-router-dom';
import {
  AccountSettings,
  AccountSettingsProvider,
  FactsCard,
  type AccountSettingsEvent,
  type PageName,
} from 'account-settings';
import 'account-settings/styles.css';
import { client } from './client.ts';

/** All pages inside a product that has a router, a title and styles of its own. */
function Product() {
  const [events, setEvents] = useState<AccountSettingsEvent[]>([]);
  const [page, setPage] = useState<PageName>('profile');
  const [locale, setLocale] = useState('en');
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  return (
    <>
      <h1 id="host-title">Engine Room</h1>
      <a id="host-link" href="/elsewhere">
        Elsewhere
      </a>
      <button id="host-button" onClick={() => setTheme('dark')}>
        Dark
      </button>
      <button onClick={() => setLocale('ar')}>Arabic</button>
      <button onClick={() => setPage('danger-zone')}>Leave</button>
      <output>{events.map((event) => JSON.stringify(event)).join('\n')}</output>
      <AccountSettings
        client={client}
        page={page}
        onNavigate={setPage}
        locale={locale}
        theme={theme}
        onEvent={(event) => setEvents((all) => [...all, event])}
      />
    </>
  );
}

/** One card alone. */
const Alone = () => (
  <AccountSettingsProvider client={client}>
    <FactsCard />
  </AccountSettingsProvider>
);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <BrowserRouter>
        <Routes>
          <Route path="/account/*" element={<Product />} />
          <Route path="/card" element={<Alone />} />
        </Routes>
      </BrowserRouter>
    </StrictMode>,
  );
}
