import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'

const household = JSON.stringify(new URL('../support/household.ts', import.meta.url).href)

/** A household in a process of its own: one service stays until it is ended, the other is given. */
const program = (other: string) => `
import { openHousehold } from ${household}
const home = openHousehold()
const environment = process.env
home.start({
  name: 'stays',
  node: ['-e', "setInterval(() => {}, 1000); console.log('stays ' + process.pid)"],
  environment,
  onFirstLine: (line) => {
    home.start({ name: 'other', node: ['-e', ${JSON.stringify(other)}], environment })
    console.log(line)
  },
})
const ending = await home.over
await home.end()
console.log('ended ' + JSON.stringify(ending))
process.exit()
`

const live = (other: string, onLine: (line: string, pid: number) => void): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program(other)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const said: string[] = []
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.push(text)
      onLine(text, child.pid ?? 0)
    })
    child.on('close', () => resolve(said.join('')))
  })

const isGone = (output: string): boolean => {
  const pid = Number(/stays (\d+)/.exec(output)?.[1])
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return pid > 0
  }
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends every service on %s', async (signal) => {
  const output = await live('setInterval(() => {}, 1000)', (text, pid) => {
    if (text.startsWith('stays')) process.kill(pid, signal)
  })
  expect(output).toContain('ended {"kind":"asked"}')
  expect(isGone(output)).toBe(true)
})

it('ends the others when one crashes, and knows which and how', async () => {
  const output = await live('process.exit(7)', () => {})
  expect(output).toContain('ended {"kind":"crashed","name":"other","code":7}')
  expect(isGone(output)).toBe(true)
})
