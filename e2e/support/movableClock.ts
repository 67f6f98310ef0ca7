// Preloaded into the application's process (`node --import`): its clock moves when the test says so,
// together with the emulator's.
const RealDate = Date
let offset = 0

class MovableDate extends RealDate {
  constructor(...parts: unknown[]) {
    if (parts.length === 0) super(MovableDate.now())
    else super(...(parts as [number]))
  }

  static override now(): number {
    return RealDate.now() + offset
  }
}

globalThis.Date = MovableDate as DateConstructor

process.on('message', (message: { clockOffset?: number }) => {
  if (typeof message.clockOffset !== 'number') return
  offset = message.clockOffset
  process.send?.({ clockOffset: offset })
})
// The channel to the test must not keep the application alive, and a test that was killed has not
// stopped it.
process.channel?.unref()
process.on('disconnect', () => process.exit())
