import { build } from 'esbuild'

// The command starts from one file: loading two hundred takes longer than everything it then does.
await build({
  entryPoints: { cli: 'dist/cli/main.js' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  legalComments: 'linked',
  logLevel: 'warning',
  // Loaded only when needed, and CommonJS, which Node knows how to import by name.
  external: ['@peculiar/x509', 'qrcode', 'reflect-metadata', 'yaml'],
})
