const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** True for what a `uuid` column takes; anything else would be an error of the database. */
export const isUuid = (text: string): boolean => uuid.test(text);
