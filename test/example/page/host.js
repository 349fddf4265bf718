import { mountAccountSettings } from 'https://account.example.com/embed.js';

/** @param {string} id */
const byId = (id) => document.getElementById(id);
/** @param {string} id */
const valueOf = (id) => byId(id).value;

let settings;
/** The page stays where it was when the drawer is opened again. */
let page = 'profile';

/** @param {string} text */
function log(text) {
  const line = document.createElement('li');
  line.textContent = text;
  byId('log').prepend(line);
}

const texts = {
  saved: ({ fields }) => `saved: ${fields.join(', ')}`,
  dirty: ({ dirty }) => (dirty ? 'dirty' : 'clean'),
  'session.revoked': ({ count, current }) =>
    current ? 'session.revoked: this one' : `session.revoked: ${count}`,
  error: ({ code }) => `error: ${code}`,
};

function theme() {
  const [light, dark] = valueOf('accent').split(' ');
  return {
    mode: valueOf('theme'),
    radius: Number(valueOf('radius')),
    ...(dark && { accent: { light, dark } }),
  };
}

const locale = () => valueOf('locale') || undefined;

function mark(shown) {
  page = shown;
  for (const button of byId('pages').children) {
    if (button.dataset.page === page) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
}

function mount() {
  settings = mountAccountSettings(byId('account'), {
    src: 'https://account.example.com',
    client: 'example',
    async getToken({ reason, maxAge }) {
      log(`getToken: ${reason}${maxAge === undefined ? '' : ` within ${maxAge} s`}`);
      const answer = await fetch(`/token?person=${encodeURIComponent(valueOf('person'))}`);
      return answer.text();
    },
    page,
    tabs: byId('tabs').checked,
    theme: theme(),
    locale: locale(),
    onEvent: (event) => log(texts[event.type]?.(event) ?? event.type),
    onError: (error) => log(`onError: ${error.code}`),
    onNavigate(shown) {
      log(`navigated: ${shown}`);
      mark(shown);
    },
  });
}

function open() {
  byId('drawer').hidden = false;
  byId('open').setAttribute('aria-expanded', 'true');
  mark(page);
  mount();
}

async function close() {
  if (settings && !(await settings.mayUnload())) {
    log('not closed: there are unsaved changes');
    return;
  }
  settings?.destroy();
  settings = undefined;
  byId('drawer').hidden = true;
  byId('open').setAttribute('aria-expanded', 'false');
  byId('open').focus();
}

byId('open').addEventListener('click', () => (settings ? void close() : open()));
byId('close').addEventListener('click', () => void close());
byId('pages').addEventListener('click', async ({ target }) => {
  const wanted = target.dataset?.page;
  if (wanted && (await settings.navigate(wanted))) mark(wanted);
});
byId('tabs').addEventListener('change', () => {
  settings?.destroy();
  if (settings) mount();
});
for (const id of ['theme', 'locale', 'accent', 'radius']) {
  byId(id).addEventListener('input', () => {
    document.documentElement.dataset.theme = valueOf('theme');
    void settings?.update({ theme: theme(), locale: locale() });
  });
}
byId('end').addEventListener('click', async () => {
  await fetch('/end-tokens', { method: 'POST' });
  log('the tokens were ended');
});
byId('unload').addEventListener('click', async () => {
  log(`mayUnload: ${settings ? await settings.mayUnload() : 'nothing is shown'}`);
});
