import { hydrateRoot } from 'react-dom/client';
import { AccountSettings } from 'account-settings';
import 'account-settings/styles.css';
import { client } from './client.ts';

const root = document.getElementById('root');
if (root) hydrateRoot(root, <AccountSettings client={client} locale="en" navigation="tabs" />);
