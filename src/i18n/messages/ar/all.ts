import common from './common.json';
import config from './config.json';
import danger from './danger.json';
import frame from './frame.json';
import phone from './phone.json';
import preferences from './preferences.json';
import profile from './profile.json';
import region from './region.json';
import sessions from './sessions.json';
import usage from './usage.json';

/** Everything the page says in this language. */
export default {
  ...common,
  ...config,
  ...danger,
  ...frame,
  ...phone,
  ...preferences,
  ...profile,
  ...region,
  ...sessions,
  ...usage,
};
