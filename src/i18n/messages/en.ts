import common from './en/common.json';
import danger from './en/danger.json';
import preferences from './en/preferences.json';
import profile from './en/profile.json';
import region from './en/region.json';
import sessions from './en/sessions.json';
import usage from './en/usage.json';

export default {
  ...common,
  ...profile,
  ...region,
  ...preferences,
  ...usage,
  ...sessions,
  ...danger,
};
