import { expect, it } from 'vitest'
import { runSteps } from '../check/runSteps.ts'

it('reports every step in order, a throwing one as failed', async () => {
  const ended: string[] = []
  const reports = await runSteps(
    [
      { name: 'throws', find: () => Promise.reject(new Error('The package is not built.')) },
      { name: 'finds', find: async () => ['one', 'two'] },
      { name: 'passes', find: async () => [] },
    ],
    { atOnce: 2, onEnd: ({ name }) => ended.push(name) },
  )
  expect(reports).toMatchObject([
    { name: 'throws', status: 'failed', output: 'The package is not built.' },
    { name: 'finds', status: 'failed', output: 'one\ntwo' },
    { name: 'passes', status: 'passed', output: '' },
  ])
  expect(ended.toSorted()).toEqual(['finds', 'passes', 'throws'])
})
