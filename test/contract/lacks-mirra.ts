import type { Lacks } from './cases.ts';

/** What the suite cannot ask of Mirra's operations, and why: the need, then the cases. */
export const mirraLacks: Lacks = {
  'clear.email': [
    'email addresses > removes the primary address; the next verified one takes its place',
    'email addresses > never removes the last verified address',
    'email addresses > removes a pending primary address and goes back to a verified one',
  ],
  'clear.phoneNumber': ['phone numbers > removes the last number'],
  'clear.schedulingTimezone': [
    'the time zone for scheduling > is the one of the profile again when it is cleared',
  ],
  'clear.timezone': ['saving the profile > clears the %s'],
  contacts: [
    'email addresses > makes a new address primary, pending, and keeps the verified former one',
    'email addresses > makes one of the listed addresses primary as it is, ignoring case',
    'email addresses > drops a pending primary address when another takes its place',
    'phone numbers > stores the digits and makes the new number primary, pending',
    'phone numbers > replaces a pending number and goes back to the verified one',
  ],
  'deletion.restore': [
    'deleting the account > marks the account for the grace period, to be seen after signing in',
    'deleting the account > is undone by restoring, which leaves everything as it was',
    'deleting the account > cannot be undone when it never was',
  ],
  exportData: [
    'the export > is one JSON document of the person, with a name for the file',
    'deleting the account > leaves the data to be taken along',
  ],
  intents: [
    'saving the profile > answers a repeated intent as the first time, without a second effect',
    'saving the profile > refuses an intent that now asks for something else',
    'what the profile must not be > decides a refused intent anew when it is repeated',
  ],
  pages: [
    'the sessions > are listed this device first, then by last activity',
    'the sessions > come in pages of %i, each once and in order',
    'the sessions > refuse a page token that nobody gave out',
  ],
  'preferences.notifications': ['preferences > refuses %j at its place'],
  'preferences.theme': [
    'preferences > merges what changed into what was there',
    'preferences > refuses to save over a change the person has not seen',
    'preferences > refuses %j at its place',
  ],
  'sessions.count': ['reading the account > says how many devices are signed in'],
  'sessions.revoke': [
    'the sessions > are all shown although one vanishes between two pages',
    'the sessions > lose the one device that was signed out, and no other',
    'the sessions > are one less when one is signed out',
    'the sessions > sign a device out once, however often the same intent arrives',
    'the sessions > know no session %j, and nothing else happens',
    'the sessions > signed out on this device, it must sign in again',
  ],
  'sessions.revokeOthers': ['the sessions > lose every other device at once, and say how many'],
  strict: [
    'what the profile must not be > refuses %j, field by field, and saves none of it',
    'preferences > refuses %j at its place',
  ],
  'usage.history': [
    'usage > shows every day of the period, those of no use as 0',
    'usage > cuts the days of the zone that was asked for, summer time and all',
    'usage > shows the hours that a day had: 23 when clocks go forward, 25 when they go back',
    'usage > begins a day in %s, where clocks skip or repeat midnight, at its first moment',
    'usage > leaves out the day that Samoa never had',
    'usage > refuses the period %j',
    'usage > refuses days of no zone',
  ],
  'user.avatarUrl': [
    'saving the profile > keeps a new %s exactly: %j',
    'saving the profile > clears the %s',
    'what the profile must not be > refuses %j, field by field, and saves none of it',
  ],
  'user.bio': [
    'saving the profile > keeps a new %s exactly: %j',
    'saving the profile > clears the %s',
    'what the profile must not be > refuses %j, field by field, and saves none of it',
  ],
  'user.locale': [
    'saving the profile > keeps a new %s exactly: %j',
    'saving the profile > clears the %s',
    'what the profile must not be > refuses %j, field by field, and saves none of it',
  ],
  'user.name': [
    'saving the profile > keeps a new %s exactly: %j',
    'what the profile must not be > refuses %j, field by field, and saves none of it',
  ],
  usernameAvailability: ['the availability of a username > %j: %s %s'],
  versions: [
    'reading the account > has a strong version that stays while nothing changes',
    'saving the profile > refuses to save over a change the person has not seen',
    'saving the profile > lets one of two writers through who saw the same version',
    'deleting the account > is refused when the account changed since the person looked',
  ],
};
