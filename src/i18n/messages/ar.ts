import common from './ar/common.json';
import danger from './ar/danger.json';
import preferences from './ar/preferences.json';
import profile from './ar/profile.json';
import region from './ar/region.json';
import sessions from './ar/sessions.json';
import usage from './ar/usage.json';

export default {
  ...common,
  ...profile,
  ...region,
  ...preferences,
  ...usage,
  ...sessions,
  ...danger,
};
