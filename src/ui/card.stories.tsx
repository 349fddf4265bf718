import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { guide } from '../../test/stories/guide.ts';
import { Card, CardBody, CardFooter, CardRows, Row } from './card.tsx';

export default {
  title: 'Primitives/Card',
  component: Card,
  subcomponents: { CardBody, CardFooter, CardRows, Row },
  parameters: guide({
    use: 'One form or one list, with a title of its own.',
    keyboard: 'Nothing of its own.',
    announced: 'A landmark named by its title; its title is a heading.',
    does: ['Give it a footer: state at the start, actions at the end.'],
    donts: ['Put a card into a card.'],
  }),
} satisfies Meta<typeof Card>;
type Story = StoryObj<typeof Card>;

export const Form: Story = {
  args: {
    title: 'Public profile',
    description: 'Shown to people you work with.',
    children: (
      <>
        <CardBody>What can be changed.</CardBody>
        <CardFooter status="2 unsaved changes">
          <Button variant="ghost">Discard</Button>
          <Button variant="primary">Save profile</Button>
        </CardFooter>
      </>
    ),
  },
};
export const List: Story = {
  args: {
    title: 'Email addresses',
    children: (
      <CardRows label="Email addresses">
        <li>
          <Row title="ada@example.com" actions={<Button>Make primary</Button>} />
        </li>
        <li>
          <Row
            icon={<Icon name="mail" />}
            title="countess@example.org"
            detail="Last used yesterday"
            actions={<Button>Make primary</Button>}
          />
        </li>
      </CardRows>
    ),
  },
};
export const Danger: Story = {
  args: { title: 'Delete account', danger: true, children: <CardBody>What happens.</CardBody> },
};
export const Quiet: Story = {
  args: { title: 'Spoken alone', quiet: true, children: <CardBody>What it holds.</CardBody> },
};
export const LongText: Story = {
  args: {
    title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    description: 'Eine sehr lange Beschreibung. '.repeat(12),
    action: <Button>Herunterladen</Button>,
    children: (
      <CardRows label="Rows">
        <li>
          <Row title={'x'.repeat(120)} detail={'y'.repeat(200)} actions={<Button>Weg</Button>} />
        </li>
      </CardRows>
    ),
  },
};
