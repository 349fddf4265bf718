import common from './en/common.json';
import danger from './en/danger.json';
import preferences from './en/preferences.json';
import profile from './en/profile.json';
import sessions from './en/sessions.json';
import usage from './en/usage.json';

export default { ...common, ...profile, ...preferences, ...usage, ...sessions, ...danger };
