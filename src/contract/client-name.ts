/** What names, in an address, a product that shows the page in a frame. */
export const clientNamePattern = /^[a-z\d](?:[a-z\d-]{0,62}[a-z\d])?$/;
