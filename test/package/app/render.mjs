// What a server that renders React does: no bundler, no document, nothing of a browser.
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import * as library from 'account-settings';
import { createClient } from 'account-settings/client';

const client = createClient({ baseUrl: 'https://api.example.com' });
const { AccountSettings, AccountSettingsProvider, ...others } = library;
const html = renderToString(
  createElement(AccountSettings, { client, locale: 'en', navigation: 'tabs' }),
);
const cards = Object.entries(others)
  .filter(([name]) => name.endsWith('Card'))
  .map(([name, Card]) => [
    name,
    renderToString(createElement(AccountSettingsProvider, { client }, createElement(Card))).length,
  ]);
console.log(JSON.stringify({ html, cards }));
