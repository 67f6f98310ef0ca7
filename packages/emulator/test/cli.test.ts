import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createEmulator } from '../src/index.ts'
import { claimsOf } from './support/api.ts'
import { runCommand } from './support/command.ts'

// Starting a process takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const folder = await mkdtemp(join(tmpdir(), 'latchkey-cli-'))
afterAll(() => rm(folder, { recursive: true }))

describe('the command', () => {
  test('prints one line of JSON once it answers, and ends when told to', async () => {
    const command = runCommand(['--port', '0', '--json', '--access-token-ttl', '60'])
    const started = JSON.parse(await command.firstOutput())
    expect(started).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      apiKey: 'sk_test_emulator',
      clientId: 'client_emulator',
    })
    expect((await fetch(`${started.url}/health`)).status).toBe(200)

    const minted = await fetch(`${started.url}/_emulator/sessions`, {
      method: 'POST',
      body: JSON.stringify({ email: 'ada@northwind.example' }),
    })
    const claims = claimsOf((await minted.json()).access_token)
    expect(Number(claims.exp) - Number(claims.iat)).toBe(60)
    const keys = await fetch(`${started.url}/sso/jwks/client_emulator`)
    expect((await keys.json()).keys).toHaveLength(1)
    const page = await fetch(`${started.url}/_emulator/assets/stylesheet.css`)
    expect(page.headers.get('content-type')).toContain('text/css')
    const font = await fetch(`${started.url}/_emulator/assets/geist-latin-wght-normal.woff2`)
    expect(font.headers.get('content-type')).toBe('font/woff2')

    command.child.kill('SIGTERM')
    expect(await command.ended).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^[^\n]+\n$/),
    })
  })

  test('tells a person where it is, what to set and who can sign in', async () => {
    const command = runCommand(['--port', '0'])
    const text = await command.firstOutput()
    command.child.kill('SIGINT')
    expect((await command.ended).code).toBe(0)
    expect(text).toMatch(/WORKOS_API_HOSTNAME=127\.0\.0\.1\n\s+WORKOS_API_PORT=\d+/)
    expect(text).toMatch(/ada@northwind\.example\s+open-sesame-42\s+Northwind Freight \(admin\)/)
    expect(text).toContain('/_emulator/console/inbox')
  })

  test('says that a port is taken', async () => {
    const emulator = await createEmulator()
    const { port } = new URL((await emulator.listen()).url)
    const { code, stderr, stdout } = await runCommand(['--port', port, '--json']).ended
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toBe(
      `Port ${port} is taken by another process. Stop it, or choose another port. (--port NUMBER)\n`,
    )
    await emulator.close()
  })

  test.each([
    [['--prot', '1'], "Unknown option '--prot'"],
    [['--port', 'many'], '--port takes a whole number from 0 to 65535, not "many".'],
    [['--port', '70000'], '--port takes a whole number from 0 to 65535, not "70000".'],
    [['--access-token-ttl', '0'], '--access-token-ttl takes a whole number from 1'],
    [['serve'], "Unexpected argument 'serve'"],
  ])('does not understand %j', async (args, message) => {
    const { code, stderr } = await runCommand(args).ended
    expect(code).toBe(1)
    expect(stderr).toContain(message)
    expect(stderr).toContain('Usage: latchkey-emulator')
    expect(stderr).not.toContain('    at ')
  })

  test('names the place in a bad seed', async () => {
    const file = join(folder, 'bad.yaml')
    await writeFile(file, 'users:\n  - email: nonsense\n')
    const { code, stderr } = await runCommand(['--port', '0', '--seed', file]).ended
    expect(code).toBe(1)
    expect(stderr).toContain(`${file} cannot be used:\n  line 2, users[0].email:`)
  })

  test('warns of an address that others reach', async () => {
    const command = runCommand(['--port', '0', '--host', '0.0.0.0', '--json'])
    await command.firstOutput()
    command.child.kill('SIGTERM')
    expect((await command.ended).stderr).toContain('The emulator listens on 0.0.0.0')
  })

  test('does not start in production unless forced', async () => {
    const production = { NODE_ENV: 'production' }
    const refused = await runCommand(['--port', '0'], production).ended
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('NODE_ENV') })
    const forced = runCommand(['--port', '0', '--json', '--force'], production)
    await forced.firstOutput()
    forced.child.kill('SIGTERM')
    expect((await forced.ended).code).toBe(0)
  })
})
