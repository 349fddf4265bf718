import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // Lists are named too: ARIA lets them.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // The guards at both ends of an open list hand the focus on.
    'hidden-focusable': 'off',
    // What no native element does: a list that is searched, a table that scrolls.
    'prefer-native-element': 'off',
    // Everything comes from the page's own origin.
    'require-sri': 'off',
    // Enter alone submits the form of the dialog that deletes.
    'wcag/h32': 'off',
  },
});

/** What breaks the HTML standard in a document, one line each. */
export async function markupFlaws(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}

/** States that HTML tells by itself, and that ARIA must not tell again (ARIA in HTML, § 4). */
export const toldTwice = [
  ':is([type=checkbox], [type=radio])[aria-checked]',
  'option[aria-selected]',
  'details[aria-expanded]',
  ':is(meter, progress):is([aria-valuemin], [aria-valuemax], [aria-valuenow], [aria-valuetext])',
  ':is(h1, h2, h3, h4, h5, h6)[aria-level]',
].join();
