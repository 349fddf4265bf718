/** What is read, or marks something, and what it stands on. By names of custom properties. */
export interface Pair {
  readonly ink: string;
  readonly behind: string;
  /** 4.5 for text, 3 for what marks a control or its state (WCAG 2.2, 1.4.3 and 1.4.11). */
  readonly least: 4.5 | 3;
}

const on = (least: Pair['least'], behind: readonly string[], ...inks: readonly string[]): Pair[] =>
  behind.flatMap((each) => inks.map((ink) => ({ ink, behind: each, least })));

/** Every pair of colours in which something can be seen. */
export const pairs: readonly Pair[] = [
  ...on(4.5, ['surface', 'canvas', 'sunken'], 'ink', 'ink-muted', 'accent', 'danger'),
  ...on(4.5, ['surface', 'sunken'], 'success', 'warning'),
  ...on(4.5, ['chosen'], 'ink'),
  ...on(4.5, ['accent-soft'], 'ink', 'accent'),
  ...on(4.5, ['danger-soft'], 'ink', 'danger'),
  ...on(4.5, ['success-soft'], 'ink', 'success'),
  ...on(4.5, ['warning-soft'], 'ink', 'warning'),
  ...on(4.5, ['accent-fill', 'accent-fill-hover'], 'on-accent'),
  ...on(4.5, ['danger', 'danger-hover'], 'on-danger'),
  ...on(3, ['surface', 'canvas', 'sunken'], 'control-line'),
  ...on(3, ['surface'], 'switch-off', 'accent', 'danger'),
];

/** The tokens by what they are for; the first page a host's designer wants to see. */
export const groups = {
  Colour: [
    ...new Set(pairs.flatMap(({ ink, behind }) => [ink, behind])),
    'accent-hover',
    'line',
    'overlay',
    'shadow',
    'shadow-raised',
  ],
  Space: ['card-padding', 'card-gap', 'content-width', 'control-height', 'target'],
  Radius: ['radius-small', 'radius', 'radius-card'],
  Type: ['font', 'text-small', 'text', 'text-large', 'text-title'],
} as const satisfies Record<string, readonly string[]>;
