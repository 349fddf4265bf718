import { relative } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { sourcesBelow } from './sources.ts';

/**
 * Browsers translate a page by putting nodes of their own in the place of its texts. React goes on
 * with the nodes it had: it changes a text that nobody sees any more, or fails to remove it. Only a
 * text that is the one child of an element is safe, which React writes into the element.
 */
function findStrayText(program: ts.Program, file: ts.SourceFile): string[] {
  const checker = program.getTypeChecker();
  const found: string[] = [];

  const isText = (type: ts.Type): boolean => {
    if (type.aliasSymbol?.name === 'ReactNode') return false;
    if (type.isUnion()) return type.types.some(isText);
    // Nothing is shown of an empty text, and a count is never put before `&&`.
    if (type.isStringLiteral()) return type.value !== '';
    if (type.isNumberLiteral()) return type.value !== 0;
    if (type.flags & ts.TypeFlags.BigIntLiteral) return false;
    if (checker.isArrayType(type))
      return checker.getTypeArguments(type as ts.TypeReference).some(isText);
    return Boolean(type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike));
  };
  const say = (node: ts.Node) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${relative('.', file.fileName)}:${line + 1} ${node.getText(file).trim()}`);
  };

  /** Whether a child is text, white space or else; white space over a line's end is not there. */
  const kindOf = (child: ts.JsxChild): 'nothing' | 'space' | 'text' | 'texts' | 'element' => {
    if (ts.isJsxText(child)) {
      if (child.text.trim()) return 'text';
      return child.text.includes('\n') ? 'nothing' : 'space';
    }
    if (!ts.isJsxExpression(child)) return 'element';
    if (!child.expression) return 'nothing';
    if (ts.isStringLiteral(child.expression) && !child.expression.text.trim()) return 'space';
    const type = checker.getTypeAtLocation(child.expression);
    if (!isText(type)) return 'element';
    return checker.isArrayType(type) ? 'texts' : 'text';
  };
  const look = (children: readonly ts.JsxChild[], isFragment: boolean) => {
    const seen = children.map((child) => ({ child, kind: kindOf(child) }));
    const count = seen.filter(({ kind }) => kind !== 'nothing').length;
    for (const { child, kind } of seen) {
      const isAlone = count === 1 && !isFragment;
      if (kind === 'texts' || (kind === 'text' && !isAlone)) say(child);
      // What a fragment holds comes and goes with it, piece by piece.
      if (kind === 'space' && isFragment) say(child);
    }
  };
  const isComponent = (node: ts.Node): node is ts.FunctionDeclaration =>
    ts.isFunctionDeclaration(node) && /^[A-Z]/.test(node.name?.text ?? '');

  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node)) look(node.children, false);
    if (ts.isJsxFragment(node)) look(node.children, true);
    if (isComponent(node)) {
      const signature = checker.getSignatureFromDeclaration(node);
      if (signature && isText(checker.getReturnTypeOfSignature(signature)) && node.name)
        say(node.name);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What the rule is tried on; each in a line of its own. */
const faults = [
  `<p><b>Hi</b> there</p>`,
  `<p><b>Hi</b>{word}</p>`,
  `<p>{count} <i>devices</i></p>`,
  `<p>{count > 1 && word}<i>devices</i></p>`,
  `<p>{words}</p>`,
  `<p>{words.map((one) => one)}</p>`,
  `<p>@{word}</p>`,
  `<><i />{word}</>`,
  `<>{word}</>`,
  `<p>{count > 1 && <>{' '}<i /></>}</p>`,
];
const fine = [
  `<p>Hi</p>`,
  `<p>{word}</p>`,
  `<p>{count > 1 ? word : <i>{count}</i>}</p>`,
  `<p><b>Hi</b> <span>there</span></p>`,
  `<p>{word && <b>{word}</b>}<i /></p>`,
  `<p>{words.map((one) => <b key={one}>{one}</b>)}<i /></p>`,
  `<p>{node}<i /></p>`,
];
const example = `import type { ReactNode } from 'react';
  declare const word: string; declare const words: readonly string[];
  declare const count: number; declare const node: ReactNode;
  export function Word() { return word; }
  export const faults = [
    ${faults.join(',\n')}
  ];
  export const fine = [
    ${fine.join(',\n')}
  ];`;
const examplePath = 'src/example.tsx';

/** The sources and the example in one program, because making one takes seconds. */
function makeProgram(paths: readonly string[]): ts.Program {
  const config = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, '.');
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile.bind(host);
  const file = ts.createSourceFile(examplePath, example, ts.ScriptTarget.Latest, true);
  host.getSourceFile = (path, ...rest) => (path === examplePath ? file : read(path, ...rest));
  return ts.createProgram([...paths, examplePath], options, host);
}

const paths = sourcesBelow('src')
  .map(({ path }) => path)
  .filter((path) => path.endsWith('.tsx'));
const program = makeProgram(paths);
const strayIn = (path: string): string[] => {
  const file = program.getSourceFile(path);
  if (!file) throw new Error(`${path} is not in the program`);
  return findStrayText(program, file);
};

test('no text stands beside something else, where a browser’s translation would break it', () => {
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.flatMap(strayIn)).toEqual([]);
});

test('such a text is found, however it comes there', () => {
  const found = new Set(strayIn(examplePath).map((fault) => /:(\d+)/.exec(fault)?.[1]));
  const first = example.slice(0, example.indexOf('<p>')).split('\n').length;
  const component = first - 2;
  expect([...found].map(Number).sort((a, b) => a - b)).toEqual([
    component,
    ...faults.map((_, index) => first + index),
  ]);
});
