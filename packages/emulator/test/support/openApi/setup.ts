import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { TestProject } from 'vitest/node'
import { parse } from 'yaml'

declare module 'vitest' {
  interface ProvidedContext {
    /** WorkOS's OpenAPI document, as JSON. */
    openApi: string
  }
}

/** Reads WorkOS's document once for all tests: YAML takes its time. */
export default function setup(project: TestProject): void {
  const file = createRequire(import.meta.url).resolve('@workos/openapi-spec')
  const document: unknown = parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 })
  project.provide('openApi', JSON.stringify(document))
}
