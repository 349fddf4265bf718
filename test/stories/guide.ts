/** What a component's page says before its stories. */
export interface Guide {
  /** When it is the right thing. */
  readonly use: string;
  /** What the keyboard does, beyond Tab. */
  readonly keyboard: string;
  /** What a screen reader says, and when. */
  readonly announced: string;
  readonly does: readonly string[];
  readonly donts: readonly string[];
}

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');

/** The parameters of a component's page. */
export const guide = ({ use, keyboard, announced, does, donts }: Guide) => ({
  docs: {
    description: {
      component: [
        use,
        `**Keyboard** ${keyboard}`,
        `**Announced** ${announced}`,
        `**Do**\n\n${list(does)}`,
        `**Don’t**\n\n${list(donts)}`,
      ].join('\n\n'),
    },
  },
});
