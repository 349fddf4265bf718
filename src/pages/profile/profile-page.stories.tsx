import type { Meta, StoryObj } from '@storybook/react-vite';
import ProfilePage from './profile-page.tsx';
import MoreCards from './more-cards.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { scene, type Server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Pages/Profile',
  component: ProfilePage,
  subcomponents: { MoreCards },
  parameters: {
    scene: { page: '/profile' },
    ...guide({
      use: 'Who somebody is, where, and how to reach them.',
      keyboard:
        'Skip to content comes first; a page that was gone to has the focus on its heading.',
      announced: 'The page’s title, by the focus on its heading.',
      does: ['Show every card by itself: one that fails takes no other down.'],
      donts: ['Let anything stick to the bottom of the window: in a frame there is none.'],
    }),
  },
} satisfies Meta<typeof ProfilePage>;
type Story = StoryObj<typeof ProfilePage>;

const page = '/profile';
const server = (given: Server) => scene({ page, server: given });

export const Full: Story = {};
export const Loading: Story = server(states.unanswered('getUser'));
export const Slow: Story = server(states.slow(2000, 'getUser'));
export const Failed: Story = server(states.broken('getUser'));
export const Empty: Story = server(states.newcomer);
export const LongTexts: Story = server(states.longTexts);
export const ReadOnly: Story = server(states.readOnly);
export const Offline: Story = scene({ page, offline: true });
export const Delegated: Story = server(states.delegated);
export const ByProgram: Story = server(states.serviced);
export const Leaving: Story = server(states.leaving);
export const Bare: Story = server(states.bare);
export const Embedded: Story = scene({ page, place: { kind: 'frame', navigation: 'tabs' } });
export const EmbeddedAlone: Story = scene({ page, place: { kind: 'frame', navigation: 'none' } });
export const Branded: Story = scene({
  page,
  settings: { brand: { name: 'Analytical Engines', logoUrl: '/icon.svg' } },
});
export const OurService: Story = server({ recorded: 'service' });
export const Bird: Story = server({ recorded: 'bird' });
export const Mirra: Story = server({ recorded: 'mirra' });
