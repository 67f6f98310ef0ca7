import { createHmac } from 'node:crypto'

/** The `WorkOS-Signature` of a body: `t=<milliseconds>, v1=<hex of HMAC-SHA256>`. */
export function signWebhook(options: { body: string; secret: string; time: number }): string {
  const { body, secret, time } = options
  const digest = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
  return `t=${time}, v1=${digest}`
}
