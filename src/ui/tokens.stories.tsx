import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useRef, useState } from 'react';
import { expect, waitFor } from 'storybook/test';
import { guide } from '../../test/stories/guide.ts';
import { groups, pairs, type Pair } from '../../test/stories/tokens.ts';
import { contrast } from '../contract/contrast.ts';

/** Looks once the document looks as the toolbar says, which it does after what it shows. */
function useOnceStyled(look: () => void): void {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    const frame = requestAnimationFrame(() => latest.current());
    return () => cancelAnimationFrame(frame);
  }, []);
}

/** The names and values of a group of tokens, as they are now. */
function Tokens({ group }: { group: keyof typeof groups }) {
  const list = useRef<HTMLTableSectionElement>(null);
  const [values, setValues] = useState<readonly string[]>([]);
  useOnceStyled(() => {
    const style = list.current && getComputedStyle(list.current);
    if (style) setValues(groups[group].map((name) => style.getPropertyValue(`--as-${name}`)));
  });
  return (
    <table aria-label={group}>
      <thead>
        <tr>
          <th align="left">Token</th>
          <th align="left">Value</th>
          <th align="left">Sample</th>
        </tr>
      </thead>
      <tbody ref={list}>
        {groups[group].map((name, index) => (
          <tr key={name}>
            <td>
              <code>{`--as-${name}`}</code>
            </td>
            <td>{values[index]}</td>
            <td>
              <Sample group={group} name={name} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sample({ group, name }: { group: keyof typeof groups; name: string }) {
  const value = `var(--as-${name})`;
  const box = { inlineSize: '6rem', blockSize: '2rem', border: '1px solid var(--as-line)' };
  if (group === 'Colour') {
    return name.startsWith('shadow') ? (
      <div style={{ ...box, boxShadow: value }} />
    ) : (
      <div style={{ ...box, background: value }} />
    );
  }
  if (group === 'Space')
    return <div style={{ inlineSize: value, blockSize: 4, background: 'var(--as-accent)' }} />;
  if (group === 'Radius') return <div style={{ ...box, borderRadius: value }} />;
  return name === 'font' ? (
    <span style={{ fontFamily: value }}>Ag 123 アあ</span>
  ) : (
    <span style={{ fontSize: value }}>Ag 123</span>
  );
}

/** `#rrggbb` of whatever a browser says a colour is. */
function hexOf(colour: string): string {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) return '#000000';
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function PairRow({ pair: { ink, behind, least } }: { pair: Pair }) {
  const sample = useRef<HTMLSpanElement>(null);
  const [is, setIs] = useState<number>();
  useOnceStyled(() => {
    const style = sample.current && getComputedStyle(sample.current);
    if (style) setIs(contrast(hexOf(style.color), hexOf(style.backgroundColor)));
  });
  return (
    <li data-low={is !== undefined && is < least ? '' : undefined}>
      <span
        ref={sample}
        style={{
          color: `var(--as-${ink})`,
          background: `var(--as-${behind})`,
          padding: '0.25rem 0.5rem',
          // What only marks something is no text: it is shown as such for its colours alone.
          fontSize: least === 3 ? '1.5rem' : undefined,
        }}
      >
        {`${ink} on ${behind}`}
      </span>{' '}
      <span>{`${is?.toFixed(2)} of ${least}`}</span>
    </li>
  );
}

function Pairs() {
  return (
    <ul style={{ display: 'grid', gap: '0.75rem', listStyle: 'none' }}>
      {pairs.map((pair) => (
        <PairRow key={`${pair.ink} ${pair.behind} ${pair.least}`} pair={pair} />
      ))}
    </ul>
  );
}

export default {
  title: 'Tokens/Tokens',
  component: Tokens,
  parameters: guide({
    use: 'Everything a host may set: colour, space, radius, type. Density is two of the spaces; motion is 0.15 s, and none where the device wants less.',
    keyboard: 'Nothing.',
    announced: 'Nothing.',
    does: ['Set an accent in the configuration: shades that can be read follow from it.'],
    donts: ['Set one of a pair of colours without looking at the other.'],
  }),
} satisfies Meta<typeof Tokens>;
type Story = StoryObj<typeof Tokens>;

export const Colour: Story = { args: { group: 'Colour' } };
export const Space: Story = { args: { group: 'Space' } };
export const Radius: Story = { args: { group: 'Radius' } };
export const Type: Story = { args: { group: 'Type' } };
/** As this browser computes them, with what the toolbar says. */
export const Contrast: Story = {
  args: { group: 'Colour' },
  render: () => <Pairs />,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('li').length).toBe(pairs.length);
    await waitFor(() => expect(canvasElement.textContent).toMatch(/ink on surface 1\d\.\d/));
    await expect(canvasElement.querySelectorAll('[data-low]').length).toBe(0);
  },
};
