import common from './common.json';
import profile from './profile.json';
import region from './region.json';

/** What the frame and the first page say. */
export default { ...common, ...profile, ...region };
