/**
 * Asks the browser to drop what it keeps of the page, once a session ends at its request: files, and
 * pages for Back (Clear Site Data, W3C). Browsers heed it over TLS only, and not all of them do; the
 * page itself shows nothing of before in any of them.
 */
export const clearSiteData = { 'Clear-Site-Data': '"cache"' } as const;
