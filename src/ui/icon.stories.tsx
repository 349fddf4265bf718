import type { Meta, StoryObj } from '@storybook/react-vite';
import { guide } from '../../test/stories/guide.ts';
import { Icon, type IconName } from './icon.tsx';

export default {
  title: 'Primitives/Icon',
  component: Icon,
  parameters: guide({
    use: 'Beside words that say the same.',
    keyboard: 'Nothing.',
    announced: 'Nothing: it is decoration.',
    does: ['Let it grow with the text.'],
    donts: ['Let it stand without words.'],
  }),
} satisfies Meta<typeof Icon>;
type Story = StoryObj<typeof Icon>;

const names: readonly IconName[] = [
  'person',
  'sliders',
  'chart',
  'screen',
  'phone',
  'warning',
  'mail',
  'link',
  'copy',
  'check',
  'chevron',
  'key',
];
export const All: Story = {
  args: { name: 'person' },
  render: () => (
    <ul style={{ display: 'flex', flexWrap: 'wrap', gap: '1.5rem', listStyle: 'none' }}>
      {names.map((name) => (
        <li key={name}>
          <Icon name={name} /> <span>{name}</span>
        </li>
      ))}
    </ul>
  ),
};
export const Small: Story = { args: { name: 'check', size: 16 } };
