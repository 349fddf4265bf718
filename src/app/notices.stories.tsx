import type { Meta, StoryObj } from '@storybook/react-vite';
import { guide } from '../../test/stories/guide.ts';
import { ConfigProblems } from './config/config-problems.tsx';
import { AloneNotice, Notice } from './frame/notice.tsx';
import { loadLocale, type LoadedLocale } from './locale.tsx';
import { NothingShown, StartFailed } from './start-failed.tsx';

export default {
  title: 'Shell/Notices',
  component: Notice,
  subcomponents: { AloneNotice, ConfigProblems, NothingShown, StartFailed },
  args: {
    heading: 'frame.changed',
    about: 'frame.changed.about',
    retry: 'frame.changed.go',
  },
  loaders: [async ({ globals }) => ({ locale: await loadLocale([String(globals['locale'])]) })],
  // Each is the whole of its document.
  parameters: {
    whole: true,
    ...guide({
      use: 'Instead of the page, when there is none to show.',
      keyboard: 'The focus is on the heading, then on the one thing to do.',
      announced: 'In a frame at once, as an alert; else by the focus on the heading.',
      does: ['Say what happened and offer one way on.'],
      donts: ['Show a code without a sentence.'],
    }),
  },
} satisfies Meta<typeof Notice>;
type Story = StoryObj<typeof Notice>;

const localeOf = (loaded: Record<string, unknown>) => loaded['locale'] as LoadedLocale;

export const SomebodyElse: Story = {};
export const Unreachable: Story = {
  args: {
    heading: 'frame.unreachable',
    about: 'frame.unreachable.about',
    retry: 'state.retry',
    alone: '/profile',
  },
};
export const Alone: Story = {
  render: (args, { loaded }) => <AloneNotice {...args} locale={localeOf(loaded)} />,
};
export const NotStarted: Story = {
  render: (_, { loaded }) => <StartFailed locale={localeOf(loaded)} />,
};
export const WrongConfiguration: Story = {
  render: () => (
    <ConfigProblems
      problems={[
        {
          key: 'backend.kind',
          rule: 'one_of',
          value: '"soap"',
          allowed: ['rest', 'bird', 'mirra'],
        },
        { key: '', rule: 'not_json', value: '{' },
        { key: 'brand.accent.light', rule: 'colour', value: '"yellow"' },
      ]}
    />
  ),
};
