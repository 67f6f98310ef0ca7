import { registerHooks } from 'node:module'

/**
 * Lets plain Node load what is written for Next's bundler: `next/server` means `next/server.js`, and
 * `server-only` means nothing on a server.
 */
registerHooks({
  resolve: (specifier, context, nextResolve) => {
    if (specifier === 'server-only') return { url: 'data:text/javascript,', shortCircuit: true }
    const isNext = /^next\/[a-z-]+$/.test(specifier)
    return nextResolve(isNext ? `${specifier}.js` : specifier, context)
  },
})
