import { PublicProfileCard } from './public-profile-card.tsx';

/** Who the person is, and how to reach them. */
export default function ProfilePage() {
  return <PublicProfileCard />;
}
