import { type Problem, problemJson, problemText } from './problem.ts'
import type { RequestKind } from './requestKind.ts'

/** A refusal for whoever is no document: JSON, or what becomes an action's error. */
export function refuse(kind: Exclude<RequestKind, 'document'>, problem: Problem): Response {
  return kind === 'action' ? problemText(problem) : problemJson(problem)
}
