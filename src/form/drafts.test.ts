import { expect, test, vi } from 'vitest';
import { dropAllDrafts, dropForeignDrafts, readDraft, writeDraft } from './drafts.ts';

const draft = (text: string) => ({ base: { bio: '' }, values: { bio: text } });

function blockStorage() {
  const refuse = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  for (const name of ['getItem', 'setItem', 'removeItem'] as const) {
    vi.spyOn(Storage.prototype, name).mockImplementation(refuse);
  }
}

test('what was typed is kept where storage is blocked, as it may be in a frame', () => {
  blockStorage();
  writeDraft('ada', 'profile', draft('kept'));
  expect(readDraft('ada', 'profile')).toEqual(draft('kept'));
  expect(readDraft('bob', 'profile')).toBeUndefined();
  dropForeignDrafts('bob');
  expect(readDraft('ada', 'profile')).toBeUndefined();
});

test('the latest text counts, wherever the one before it lies', () => {
  writeDraft('ada', 'profile', draft('stored'));
  blockStorage();
  writeDraft('ada', 'profile', draft('later'));
  expect(readDraft('ada', 'profile')).toEqual(draft('later'));
  vi.restoreAllMocks();
  vi.spyOn(console, 'error');
  expect(readDraft('ada', 'profile')).toEqual(draft('later'));
  writeDraft('ada', 'profile', draft('stored again'));
  expect(readDraft('ada', 'profile')).toEqual(draft('stored again'));
});

test('wiping leaves nothing, neither in storage nor in memory', () => {
  writeDraft('ada', 'profile', draft('stored'));
  blockStorage();
  writeDraft('ada', 'region', draft('remembered'));
  vi.restoreAllMocks();
  vi.spyOn(console, 'error');
  dropAllDrafts();
  expect(readDraft('ada', 'profile')).toBeUndefined();
  expect(readDraft('ada', 'region')).toBeUndefined();
});
