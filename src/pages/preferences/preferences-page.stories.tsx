import type { Meta, StoryObj } from '@storybook/react-vite';
import PreferencesPage from './preferences-page.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { scene, type Server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Pages/Preferences',
  component: PreferencesPage,
  parameters: {
    scene: { page: '/preferences' },
    ...guide({
      use: 'How the product looks and what it tells.',
      keyboard:
        'Skip to content comes first; a page that was gone to has the focus on its heading.',
      announced: 'The page’s title, by the focus on its heading.',
      does: ['Show every card by itself: one that fails takes no other down.'],
      donts: ['Let anything stick to the bottom of the window: in a frame there is none.'],
    }),
  },
} satisfies Meta<typeof PreferencesPage>;
type Story = StoryObj<typeof PreferencesPage>;

const page = '/preferences';
const server = (given: Server) => scene({ page, server: given });

export const Full: Story = {};
export const Loading: Story = server(states.unanswered('getPreferences'));
export const Slow: Story = server(states.slow(2000, 'getPreferences'));
export const Failed: Story = server(states.broken('getPreferences'));
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
