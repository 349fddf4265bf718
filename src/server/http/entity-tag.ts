import type { Precondition } from '../accounts/version.ts';
import type { Encoding } from './encoding.ts';

/** One tag of a list (RFC 9110, § 8.8.3). */
const entityTag = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/;

/** Encodings have tags of their own: a strong tag stands for the bytes that are sent. */
const encodingSuffix = /\.(?:br|gzip)$/;

/** Who reads may have a tag of its own too: what is sent says who reads. */
const variantSuffix = /\..*$/;

/** What stands for a version as some callers get it; versions have no dots. */
export const variantOf = (version: string, variant?: string): string =>
  variant === undefined ? version : `${version}.${variant}`;

/** The tag of a version, or of a variant of it, in an encoding. */
export const formatTag = (version: string, encoding?: Encoding): string =>
  `"${version}${encoding ? `.${encoding}` : ''}"`;

interface Tag {
  weak: boolean;
  version: string;
}

/** The tags of a list, or nothing when it is malformed. */
function parseTags(header: string): Tag[] | undefined {
  const tags: Tag[] = [];
  for (const part of header.split(',')) {
    const match = entityTag.exec(part.trim());
    if (!match) return undefined;
    tags.push({
      weak: match[1] !== undefined,
      version: (match[2] ?? '').replace(encodingSuffix, ''),
    });
  }
  return tags;
}

/**
 * `If-Match` (RFC 9110, § 13.1.1): strong comparison; what cannot be read matches nothing. A change
 * is made to the version, in whatever variant the caller has read it.
 */
export function ifMatch(header: string | undefined): Precondition {
  if (header === undefined || header.trim() === '*') return () => true;
  const tags = parseTags(header) ?? [];
  return (current) =>
    tags.some(({ weak, version }) => !weak && version.replace(variantSuffix, '') === current);
}

/** `If-None-Match` (RFC 9110, § 13.1.2): weak comparison; true when the caller has it already. */
export function isNotModified(header: string | undefined, current: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return (parseTags(header) ?? []).some(({ version }) => version === current);
}
