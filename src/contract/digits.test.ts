import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDigits } from './digits.ts';

/** Every decimal digit that the engine's Unicode has, in order. */
const digits = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint)
  .filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff)
  .map((codePoint) => String.fromCodePoint(codePoint))
  .filter((character) => /\p{Nd}/u.test(character));

describe('digits of any script', () => {
  it('are read from zero to nine in every script', () => {
    expect(digits.length).toBeGreaterThan(600);
    expect(plainDigits(digits.join(''))).toBe('0123456789'.repeat(digits.length / 10));
  });

  it('are read as every numbering system of the engine writes them', () => {
    const systems = Intl.supportedValuesOf('numberingSystem').map((numberingSystem) =>
      new Intl.NumberFormat('en', { numberingSystem, useGrouping: false }).format(9876543210),
    );
    const written = systems.filter((text) => /^\p{Nd}+$/u.test(text));
    expect(written.length).toBeGreaterThan(50);
    expect(new Set(written.map(plainDigits))).toEqual(new Set(['9876543210']));
  });

  it('are all that changes in a text', () => {
    const unit = fc.constantFrom(...digits, 'a', ' ', '+', '\n', '\ud800', '😀', '½');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(plainDigits(text).replace(/[0-9]/g, '#')).toBe(text.replace(/\p{Nd}/gu, '#'));
      }),
    );
    expect(plainDigits('½ ² Ⅳ 四 ① 𝟙')).toBe('½ ² Ⅳ 四 ① 1');
  });
});
