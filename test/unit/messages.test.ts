import { readdirSync, readFileSync } from 'node:fs';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { pageLanguages } from '../../src/contract/languages.ts';
import { ruleCodes } from '../../src/contract/rules.ts';
import { sourcesBelow } from './sources.ts';

const folder = 'src/i18n/messages';
const languages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

function catalogue(language: string): Map<string, string> {
  const areas = readdirSync(`${folder}/${language}`).filter((name) => name.endsWith('.json'));
  return new Map(
    areas.flatMap((area) =>
      Object.entries(
        JSON.parse(readFileSync(`${folder}/${language}/${area}`, 'utf8')) as Record<string, string>,
      ),
    ),
  );
}

const english = catalogue('en');

/** Arguments and tags of a message, and the plural categories it has words for. */
function shapeOf(elements: readonly MessageFormatElement[]) {
  const names = new Set<string>();
  const plurals: string[][] = [];
  const visit = (element: MessageFormatElement) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return;
    names.add(element.value);
    if (element.type === TYPE.tag) element.children.forEach(visit);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      if (element.type === TYPE.plural) plurals.push(Object.keys(element.options));
      for (const option of Object.values(element.options)) option.value.forEach(visit);
    }
  };
  elements.forEach(visit);
  return { names: [...names].sort(), plurals };
}

describe.each(languages)('the messages in %s', (language) => {
  const messages = catalogue(language);

  test('are the same messages as in English, none missing, none left over', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('name the same values as in English', () => {
    for (const [id, message] of messages) {
      const names = shapeOf(parse(message)).names;
      expect({ id, names }).toEqual({ id, names: shapeOf(parse(english.get(id) ?? '')).names });
    }
  });

  test('have words for every plural form of the language', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [id, message] of messages) {
      for (const forms of shapeOf(parse(message)).plurals) {
        expect({ id, forms }).toEqual({ id, forms: expect.arrayContaining(needed) as string[] });
      }
    }
  });

  test('are not empty', () => {
    expect([...messages].filter(([, message]) => message.trim() === '')).toEqual([]);
  });
});

describe.each(['src/server/page/words', 'src/embed/host/words'])('the words in %s', (place) => {
  const read = (language: string) =>
    JSON.parse(readFileSync(`${place}/${language}.json`, 'utf8')) as Record<string, string>;

  test.each(languages)('are complete in %s', (language) => {
    const shapes = (words: Record<string, string>) =>
      Object.entries(words).map(([id, text]) => [id, text.match(/\{\w+\}/g)]);
    expect(shapes(read(language))).toEqual(shapes(read('en')));
    expect(Object.values(read(language))).not.toContain('');
  });
});

test('the languages are those that the page offers', () => {
  expect(languages.toSorted()).toEqual(pageLanguages.toSorted());
});

const pages = sourcesBelow('src').filter(({ path }) => !path.startsWith('src/server/'));

describe('the words of the page', () => {
  test('every message is used somewhere', () => {
    const text = pages.map((source) => source.text).join('\n');
    // Ids put together from parts (`rule.${code}`) are used as a family.
    const families = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map((found) => found[1] ?? '');
    const unused = [...english.keys()].filter(
      (id) =>
        !text.includes(`'${id}'`) &&
        !text.includes(`"${id}"`) &&
        !families.some((family) => id.startsWith(family)),
    );
    expect(unused).toEqual([]);
  });

  test('every rule has its sentence', () => {
    const silent = ruleCodes.filter((code) => !english.has(`rule.${code}`));
    expect(silent).toEqual([]);
  });

  test('no sentence stands outside the catalogue', () => {
    const spoken = /^(aria-label|aria-description|title|label|alt|placeholder|description|hint)$/;
    const raw: string[] = [];
    /** What an expression in a page says by itself, whichever way a condition goes. */
    const said = (node: ts.Expression): string[] => {
      if (ts.isStringLiteralLike(node)) return /\p{L}{2}/u.test(node.text) ? [node.text] : [];
      if (ts.isTemplateExpression(node)) {
        const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
        return parts.map(({ text }) => text).filter((text) => /\p{L}{2}/u.test(text));
      }
      if (ts.isParenthesizedExpression(node)) return said(node.expression);
      if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(said);
      if (ts.isBinaryExpression(node)) {
        const { operatorToken, left, right } = node;
        if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return said(right);
        const either = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken];
        if (either.includes(operatorToken.kind)) return [left, right].flatMap(said);
      }
      return [];
    };
    for (const { path, text } of pages.filter((source) => source.path.endsWith('.tsx'))) {
      const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
      const visit = (node: ts.Node): void => {
        if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text))
          raw.push(`${path}: ${node.text.trim()}`);
        if (ts.isJsxExpression(node) && node.expression) {
          const { parent } = node;
          const isSpoken = !ts.isJsxAttribute(parent) || spoken.test(parent.name.getText());
          if (isSpoken) raw.push(...said(node.expression).map((text) => `${path}: ${text}`));
        }
        if (
          ts.isJsxAttribute(node) &&
          spoken.test(node.name.getText()) &&
          node.initializer &&
          ts.isStringLiteral(node.initializer) &&
          /\p{L}{2}/u.test(node.initializer.text)
        ) {
          raw.push(`${path}: ${node.getText()}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(file);
    }
    expect(raw).toEqual([]);
  });
});
