import { createEmulator } from 'workos/emulate'

// A process of its own, as ours has one: prints where it listens.
const { url, apiKey } = await createEmulator({ port: 0 })
console.log(JSON.stringify({ url, apiKey }))
