/**
 * The rules every editable value must pass before it is sent, and again when it is received.
 * Forms, client and service import these same schemas.
 *
 * Each failure's `message` is a {@link RuleCode}: an id of the message catalogue, never a sentence.
 */
export * from './rules/addresses.ts';
export * from './rules/codes.ts';
export * from './rules/phone-number.ts';
export * from './rules/region.ts';
export * from './rules/social.ts';
export { bio, canBeSeen, codePoints, name } from './rules/text.ts';
export { username } from './rules/username.ts';
