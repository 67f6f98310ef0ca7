/** A block of TypeScript in a Markdown file. */
export type CodeBlock = {
  readonly language: 'ts' | 'tsx'
  readonly code: string
  /** The line of the file that holds the block's first line of code, from 1. */
  readonly line: number
}

const fence = /^(?<indent> *)```(?<language>tsx?)\b[^\n]*\n(?<code>[\s\S]*?)^\k<indent>```/gm

/** The `ts` and `tsx` blocks of a Markdown text. */
export const codeBlocks = (markdown: string): readonly CodeBlock[] =>
  [...markdown.matchAll(fence)].map(({ index, groups }) => ({
    language: groups?.language === 'tsx' ? 'tsx' : 'ts',
    code: groups?.code ?? '',
    line: markdown.slice(0, index).split('\n').length + 1,
  }))
