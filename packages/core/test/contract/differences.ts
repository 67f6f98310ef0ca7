import type { Fact, Facts } from './facts.ts'
import type { Operation } from './openApi.ts'

/**
 * Everything in which a declaration and WorkOS's document disagree, one line each:
 *
 * - `undeclared`: the document has it, the contract does not; `unknown`: the other way round;
 * - `required`, `nullable`: they disagree on whether it may be left out, or be null;
 * - `values`: they know different values.
 */
export function differencesBetween(declared: Operation, documented: Operation): string[] {
  return (['query', 'body', 'result'] as const).flatMap((part) =>
    compare(declared[part], documented[part]).map(
      (difference) => `${declared.key} ${part}.${difference}`,
    ),
  )
}

function compare(declared: Facts, documented: Facts): string[] {
  const paths = [...new Set([...declared.keys(), ...documented.keys()])].sort()
  const said: string[] = []
  for (const path of paths) {
    if (!declared.has(path) && mayHoldAnything(path, declared)) continue
    // What lies beneath a difference is part of it.
    if (said.some((line) => isBeneath(path, line))) continue
    const problem = problemOf(declared.get(path), documented.get(path))
    if (problem) said.push(`${path} ${problem}`)
  }
  return said
}

/** Whether a place lies in an object whose fields the contract leaves open. */
function mayHoldAnything(path: string, declared: Facts): boolean {
  const above = path.slice(0, path.lastIndexOf('.'))
  if (!path.includes('.')) return false
  return declared.get(above)?.open ?? mayHoldAnything(above, declared)
}

function isBeneath(path: string, line: string): boolean {
  const [above = '', problem] = line.split(' ')
  const isWhole = problem === 'undeclared' || problem === 'unknown'
  return isWhole && (path.startsWith(`${above}.`) || path.startsWith(`${above}[`))
}

function problemOf(declared: Fact | undefined, documented: Fact | undefined): string | undefined {
  if (!declared) return 'undeclared'
  if (!documented) return 'unknown'
  if (declared.required !== documented.required) return 'required'
  if (declared.nullable !== documented.nullable) return 'nullable'
  const same = [...declared.values].sort().join() === [...documented.values].sort().join()
  return same ? undefined : 'values'
}
