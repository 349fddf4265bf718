/** The file name when the backend proposes none that is usable. */
const fallback = 'account-export.json';

function proposed(contentDisposition: string): string {
  const extended = /filename\*\s*=\s*UTF-8'[^']*'([^;\s]+)/i.exec(contentDisposition)?.[1];
  const plain = /filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]+))/i.exec(contentDisposition);
  try {
    if (extended) return decodeURIComponent(extended);
  } catch {
    // Not percent-encoded UTF-8: the plain name stands.
  }
  return plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2] ?? '';
}

/**
 * The file name of `Content-Disposition` (RFC 6266), harmless: no path, no control, invisible or
 * bidirectional character (which can disguise the extension), always `.json`.
 */
export function exportFilename(contentDisposition: string | null): string {
  const name = proposed(contentDisposition ?? '')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|(\.json)?[.\s]*$/gi, '');
  return name ? `${[...name].slice(0, 100).join('')}.json` : fallback;
}
