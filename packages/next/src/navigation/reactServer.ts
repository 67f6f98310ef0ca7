// Next's bundlers swap in the variant for Server Components only where the extension is missing.
// @ts-expect-error: TypeScript, like Node, finds no such file
export { forbidden, notFound, redirect } from 'next/navigation'
