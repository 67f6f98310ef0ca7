import { ActButton } from './ActButton'

export default function Danger() {
  return (
    <main>
      <h1>Bytes of the freshly signed in</h1>
      <ActButton />
    </main>
  )
}
