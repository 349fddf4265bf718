import { expect, readingTest } from './fixtures.ts';

readingTest(
  'asks before unsaved changes are left, and keeps them over a reload',
  async ({ page, signIn }) => {
    await signIn('ada');
    const bio = page.getByRole('textbox', { name: 'Bio' });
    await bio.fill('Not saved yet.');
    await page.getByRole('link', { name: 'Usage' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Leave without saving?' });
    await expect(dialog.getByRole('button', { name: 'Keep editing' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/profile$/);
    await expect(bio).toHaveValue('Not saved yet.');

    page.once('dialog', (question) => void question.accept());
    await page.reload();
    await expect(bio).toHaveValue('Not saved yet.');
    await expect(page.getByText(/Your unsaved text from before is back/)).toBeVisible();

    await page.getByRole('link', { name: 'Usage' }).click();
    await dialog.getByRole('button', { name: 'Discard and leave' }).click();
    await expect(page).toHaveURL(/\/usage$/);
    await page.goBack();
    await expect(bio).not.toHaveValue('Not saved yet.');
  },
);

readingTest(
  'asks by the browser where the code of the question cannot be fetched',
  async ({ page, signIn }) => {
    await page.route('**/leave-question*', (route) => route.abort());
    await signIn('ada');
    const bio = page.getByRole('textbox', { name: 'Bio' });
    await bio.fill('Not saved yet.');
    const asked: string[] = [];
    const answer = (accepts: boolean) =>
      page.once('dialog', (question) => {
        asked.push(question.message());
        void (accepts ? question.accept() : question.dismiss());
      });
    answer(false);
    await page.getByRole('link', { name: 'Usage' }).click();
    await expect.poll(() => asked).toEqual(['One card has changes that are not saved.']);
    await expect(page).toHaveURL(/\/profile$/);
    await expect(bio).toHaveValue('Not saved yet.');
    answer(true);
    await page.getByRole('link', { name: 'Usage' }).click();
    await expect(page).toHaveURL(/\/usage$/);
    expect(asked).toHaveLength(2);
  },
);
