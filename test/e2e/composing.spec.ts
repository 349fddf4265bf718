import type { Locator, Page } from '@playwright/test';
import { card, expect, readingTest, test } from './fixtures.ts';

/** An input method at work in the field that has the focus. */
interface InputMethod {
  /** Shows a text that may still become another one. */
  compose(text: string): Promise<void>;
  /** Takes the text for good. */
  commit(text: string): Promise<void>;
}

/** Chromium's own; where it cannot be driven, the events that one makes. */
async function inputMethodOf(page: Page, field: Locator): Promise<InputMethod> {
  if (page.context().browser()?.browserType().name() === 'chromium') {
    const devtools = await page.context().newCDPSession(page);
    return {
      compose: async (text) => {
        const end = text.length;
        const selection = { selectionStart: end, selectionEnd: end };
        await devtools.send('Input.imeSetComposition', { text, ...selection });
      },
      commit: async (text) => {
        await devtools.send('Input.insertText', { text });
      },
    };
  }
  let composed = '';
  const put = async (text: string, type: 'compositionupdate' | 'compositionend') => {
    await field.evaluate(
      (input: HTMLInputElement, { before, data, kind }) => {
        const isFirst = before === '' && kind === 'compositionupdate';
        if (isFirst) {
          input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
        }
        const value = input.value.slice(0, input.value.length - before.length) + data;
        const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
        set?.call(input, value);
        input.dispatchEvent(new CompositionEvent(kind, { bubbles: true, data }));
        const isComposing = kind === 'compositionupdate';
        const inputType = 'insertCompositionText';
        input.dispatchEvent(
          new InputEvent('input', { bubbles: true, data, inputType, isComposing }),
        );
      },
      { before: composed, data: text, kind: type },
    );
    composed = type === 'compositionend' ? '' : text;
  };
  return {
    compose: (text) => put(text, 'compositionupdate'),
    commit: (text) => put(text, 'compositionend'),
  };
}

/**
 * Presses keys that the input method takes for itself. `during` the composition the events say so;
 * Safari tells of such a key `after` it, and only by its code.
 *
 * @returns those by which the browser would still submit a form, close a dialog or go elsewhere
 */
const pressComposing = (field: Locator, when: 'during' | 'after') =>
  field.evaluate((input, isComposing) => {
    const init = { keyCode: 229, isComposing, bubbles: true, cancelable: true };
    return ['Enter', 'Escape', 'Tab', 'ArrowDown', 'ArrowUp'].filter((key) =>
      input.dispatchEvent(new KeyboardEvent('keydown', { ...init, key })),
    );
  }, when === 'during');

for (const [name, text] of [
  ['Time zone', '東京'],
  ['Language', '日本'],
] as const) {
  readingTest(
    `keys of an input method neither choose from the list of ${name} nor close it`,
    async ({ page, signIn }) => {
      await signIn('ada');
      const field = card(page, 'Region').getByRole('button', { name: new RegExp(`^${name}`) });
      await field.click();
      const search = page.getByRole('combobox');
      await expect(search).toBeFocused();
      const inputMethod = await inputMethodOf(page, search);
      await inputMethod.compose(text);
      expect(await pressComposing(search, 'during')).toEqual([]);
      await expect(search).toBeFocused();
      await inputMethod.commit(text);
      expect(await pressComposing(search, 'after')).toEqual([]);
      await expect(search).toBeFocused();
      await expect(search).toHaveValue(text);
      await page.keyboard.press('Escape');
      await expect(search).toHaveCount(0);
      await expect(page.getByText('1 unsaved change')).toHaveCount(0);
    },
  );
}

test('a key of an input method that comes with Enter submits no form', async ({
  page,
  signIn,
  writes,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'only real key presses submit forms');
  await signIn('ada');
  const name = page.getByRole('textbox', { name: 'Display name' });
  await name.fill('');
  const { compose, commit } = await inputMethodOf(page, name);
  await compose('王');
  await page.keyboard.press('Enter');
  await commit('王');
  await expect(name).toHaveValue('王');
  await expect(page.getByText('1 unsaved change')).toBeVisible();
  expect(writes).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(card(page, 'Public profile').getByText('Saved', { exact: true })).toBeVisible();
  expect(writes).toEqual(['PATCH /me']);
});

readingTest(
  'Escape of an input method leaves the dialog that deletes open, Enter deletes nothing',
  async ({ page, signIn, writes }) => {
    await signIn('ada', '/danger-zone');
    await page.getByRole('button', { name: 'Delete account…' }).click();
    const dialog = page.getByRole('alertdialog');
    const field = dialog.getByRole('textbox');
    await field.click();
    const { compose, commit } = await inputMethodOf(page, field);
    await compose('ada');
    expect(await pressComposing(field, 'during')).toEqual([]);
    await commit('ada');
    expect(await pressComposing(field, 'after')).toEqual([]);
    await expect(dialog).toBeVisible();
    await expect(field).toHaveValue('ada');
    expect(writes).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  },
);

readingTest(
  'what is half composed is neither asked about nor found fault with',
  async ({ page, signIn }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.endsWith('/username-availability'))
        asked.push(searchParams.get('username') ?? '');
    });
    await page.clock.install();
    await signIn('ada');
    const username = page.getByRole('textbox', { name: 'Username' });
    const note = (text: string) => card(page, 'Public profile').getByText(text);
    // A field that was left is judged as it is typed into.
    await username.click();
    await username.blur();
    await username.fill('');
    await username.pressSequentially('ada_');
    await expect(note('ada_ is available')).toBeVisible();
    const { compose, commit } = await inputMethodOf(page, username);
    await compose('にほん');
    await expect(username).toHaveValue('ada_にほん');
    await expect(username).not.toHaveAttribute('aria-invalid');
    await compose('nihon');
    await expect(username).toHaveValue('ada_nihon');
    await page.clock.fastForward(5_000);
    await commit('japan');
    await expect(note('ada_japan is available')).toBeVisible();
    expect(asked).toEqual(['ada_', 'ada_japan']);
  },
);
