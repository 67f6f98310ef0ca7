import { install } from './check/install.ts'
import { publicPackages } from './check/publicPackages.ts'

// Installs packages of this repository, by name, into the project in the current folder as its users
// get them: packed, and with the peers that the project has.
const names = process.argv.slice(2)
const packages = (await publicPackages()).filter(({ manifest }) => names.includes(manifest.name))
if (packages.length < names.length)
  throw new Error(`Not all packages are here: ${names.join(', ')}`)
await Promise.all(
  packages.map((each) => install(each, { project: process.cwd(), peers: 'from the project' })),
)
