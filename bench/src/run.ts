import './nextOnNode.ts'
import { writeFile } from 'node:fs/promises'
import { loadContestants } from './contestants.ts'
import { cookieBytes } from './cookieBytes.ts'
import { measureEmulators } from './emulators/measureEmulators.ts'
import { measure } from './measure.ts'
import { measurePages } from './measurePages.ts'
import { questions } from './questions.ts'
import { page, type Results } from './results.ts'
import { versions } from './versions.ts'
import { openWorld } from './world.ts'

const world = await openWorld()
const contestants = await loadContestants()

const proxy: Results['proxy'][number][] = []
for (const question of await questions(world)) {
  proxy.push({ what: question.what, times: await measure(contestants, question) })
}
const cookie = await cookieBytes(contestants, world)
const pages = await measurePages(world)
await world.close()

const text = page({
  proxy,
  cookie,
  ...pages,
  emulator: await measureEmulators(),
  versions: await versions(),
})
await writeFile(new URL('../RESULTS.md', import.meta.url), text)
console.log(text)
