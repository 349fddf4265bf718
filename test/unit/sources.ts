import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export interface Source {
  /** Path from the top of the project, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file below `folder`, tests and stories left out. */
export function sourcesBelow(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|stories)\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

export interface Import {
  readonly from: string;
  /** A path from the top for own files, else the package's name. */
  readonly to: string;
  readonly own: boolean;
}

/** What a file imports, statically or not, types included. */
export function importsOf({ path, text }: Source): Import[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => {
    const own = fileName.startsWith('.');
    return { from: path, to: own ? normalize(join(dirname(path), fileName)) : fileName, own };
  });
}
