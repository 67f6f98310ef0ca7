import { expect, it } from 'vitest'
import { undocumented } from '../check/documented.ts'

const find = (modules: Readonly<Record<string, string>>) =>
  undocumented('dist/index.d.ts', async (file) => modules[file] ?? '')

it('finds exports without a doc comment', async () => {
  const text = `/** The first. */
export interface Known {
    readonly field: string;
}
export interface Unknown {
    /** A comment of a field is not one of what follows. */
    readonly field: string;
}
export type Alias = string;
/* Not a doc comment. */
export declare const value: number;
/**
 * More * than one / line.
 */
export declare function call(): void;
declare const inside: number;
export {};
`
  expect(await find({ 'dist/index.d.ts': text })).toEqual([
    'Unknown in dist/index.d.ts has no doc comment.',
    'Alias in dist/index.d.ts has no doc comment.',
    'value in dist/index.d.ts has no doc comment.',
  ])
})

it('follows what is passed on to where it is declared', async () => {
  expect(
    await find({
      'dist/index.d.ts': `export { one, type Two as Second, } from './deep/index.ts';
export type { Theirs } from '@other/package';
export type { Lost } from './deep/one.ts';
`,
      'dist/deep/index.d.ts': `export { one } from './one.tsx';
export type { Two } from '../two.js';
`,
      'dist/deep/one.d.ts': 'export declare function one(): void;\n',
      'dist/two.d.ts': '/** The second. */\nexport type Two = 2;\n',
    }),
  ).toEqual([
    'one in dist/deep/one.d.ts has no doc comment.',
    'Lost is not exported by dist/deep/one.d.ts in a way that is known.',
  ])
})

it('takes one explained overload for all', async () => {
  const text = `/** How. */
export declare function call(): void;
export declare function call(input: string): void;
`
  expect(await find({ 'dist/index.d.ts': text })).toEqual([])
})

it('finds methods without a doc comment', async () => {
  const text = `/** A shape. */
export interface Shape extends Base<{
    readonly a: string;
}> {
}
/** A store. */
export interface Store {
    readonly size: number;
    /** Reads. */
    get(id: string): string;
    set(id: string): void;
    all?(): string[];
}
/** A failure. */
export declare class Failure extends Error {
    constructor(details: string);
    retry<T>(): T;
}
`
  expect(await find({ 'dist/index.d.ts': text })).toEqual([
    'Store.set in dist/index.d.ts has no doc comment.',
    'Store.all in dist/index.d.ts has no doc comment.',
    'Failure.retry in dist/index.d.ts has no doc comment.',
  ])
})

it('finds properties of function type without a doc comment', async () => {
  const text = `/** Options. */
export interface Options<Item> {
    readonly name: string;
    readonly choices: (string | number)[];
    readonly now: () => number;
    /** Reads. */
    readonly read?: (id: string) => Item;
    readonly write?: (id?: string, item?: Item) => void;
    readonly each: ((...items: Item[]) => void) | undefined;
    readonly pick: ({ id }: {
        id: string;
    }) => Item;
    map: <Other>(item: Item) => Other;
}
/** A choice. */
export type Choice = {
    /** Takes. */
    readonly take: () => void;
    readonly leave: () => void;
};
/** A failure. */
export declare class Failure extends Error {
    static of(cause: string): Failure;
    readonly retry: () => void;
}
`
  expect(await find({ 'dist/index.d.ts': text })).toEqual([
    'Options.now in dist/index.d.ts has no doc comment.',
    'Options.write in dist/index.d.ts has no doc comment.',
    'Options.each in dist/index.d.ts has no doc comment.',
    'Options.pick in dist/index.d.ts has no doc comment.',
    'Options.map in dist/index.d.ts has no doc comment.',
    'Choice.leave in dist/index.d.ts has no doc comment.',
    'Failure.of in dist/index.d.ts has no doc comment.',
    'Failure.retry in dist/index.d.ts has no doc comment.',
  ])
})
