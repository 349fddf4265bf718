import type { PageConfig } from '../../contract/page-config.ts';
import { ConfigError, parsePageConfig } from '../../contract/read-page-config.ts';

/** The JSON data block of the document. Where there is one, nothing is fetched. */
const blockId = 'account-settings-config';

const file = `${import.meta.env.BASE_URL}config.json`;

/** Beside the page there may be no file; hosts of single pages answer with the page itself then. */
async function fetchConfig(): Promise<PageConfig> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(file);
    text = await response.text();
  } catch {
    throw new ConfigError([{ key: file, rule: 'unreachable' }]);
  }
  const isPage = /html/i.test(response.headers.get('Content-Type') ?? '');
  if (response.status === 404 || (response.ok && isPage)) return {};
  if (!response.ok)
    throw new ConfigError([{ key: file, rule: 'unreachable', value: String(response.status) }]);
  return parsePageConfig(text);
}

/**
 * The configuration of this page: the document's data block, else the file beside it, else `{}`.
 *
 * @throws ConfigError naming what is wrong with it
 */
export async function loadConfig(): Promise<PageConfig> {
  const block = document.getElementById(blockId)?.textContent;
  return block === undefined || block === null ? fetchConfig() : parsePageConfig(block);
}
