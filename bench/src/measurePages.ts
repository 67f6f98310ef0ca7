import { buildPageApp, type PageApp, pageApps, startPageApp } from './pageApp.ts'
import { pageLoad } from './pageLoad.ts'
import type { Results } from './results.ts'
import { storm } from './storm.ts'
import type { World } from './world.ts'

/** Builds and starts the page of each contestant, and asks them all the same. */
export const measurePages = async (world: World): Promise<Pick<Results, 'load' | 'storm'>> => {
  for (const name of pageApps) await buildPageApp(name)
  const apps = await Promise.all(pageApps.map(startPageApp))
  try {
    const load = await pageLoad(apps, await world.livingCookie())
    const of = async (wanted: PageApp) => {
      const app = apps.find(({ name }) => name === wanted)
      if (!app) throw new Error(`${wanted} does not run.`)
      return storm(app, world)
    }
    return { load, storm: { latchkey: await of('latchkey'), authkit: await of('authkit') } }
  } finally {
    await Promise.all(apps.map((app) => app.stop()))
  }
}
