import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFilename } from './export-filename.ts';

describe('the name of an exported file', () => {
  it.each([
    ['attachment; filename="account-ada-2024-05-01.json"', 'account-ada-2024-05-01.json'],
    ['attachment; filename=ada.json', 'ada.json'],
    ['attachment; filename=ada.json; size=12', 'ada.json'],
    ['attachment; filename="a \\"b\\" c.json"', 'a b c.json'],
    ["attachment; filename=x.json; filename*=UTF-8''%D8%B9%20ada.json", 'ع ada.json'],
    ["attachment; filename=x.json; filename*=UTF-8''%ff", 'x.json'],
    ['attachment; filename="../../etc/passwd"', 'passwd.json'],
    ['attachment; filename="C:\\\\\\\\Windows\\\\\\\\ada.json"', 'ada.json'],
    ["attachment; filename*=UTF-8''..%2F..%2Fada.json", 'ada.json'],
    ["attachment; filename*=UTF-8''ada%E2%80%AEnosj.exe", 'adanosj.exe.json'],
    ["attachment; filename*=UTF-8''a%00%0A%0Db.json", 'ab.json'],
    ['attachment; filename=".htaccess"', 'htaccess.json'],
    ['attachment; filename="ada.JSON"', 'ada.json'],
    ['attachment; filename="page.html"', 'page.html.json'],
    ['attachment; filename=".."', 'account-export.json'],
    ['attachment; filename=""', 'account-export.json'],
    ['attachment', 'account-export.json'],
    ['', 'account-export.json'],
    [null, 'account-export.json'],
  ])('%j gives %s', (header, name) => {
    expect(exportFilename(header)).toBe(name);
  });

  it('is harmless whatever the backend proposes', () => {
    const proposal = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(proposal, (text) => {
        const name = exportFilename(`attachment; filename*=UTF-8''${encode(text)}`);
        expect(name).toMatch(/^[^./\\\p{C}][^/\\\p{C}]*\.json$/u);
        expect([...name].length).toBeLessThanOrEqual(105);
      }),
    );
  });
});

/** `encodeURIComponent` that takes lone surrogates too. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));
