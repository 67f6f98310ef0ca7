import { Empty } from '../ui/pieces.tsx'
import type { Room } from './room.ts'

/** Keys of one's own are Vault's, which the emulator does not have. */
export const encryptionKey: Room = {
  title: 'A key of your own',
  summary: 'WorkOS Vault can encrypt with a key that your organization keeps.',
  deeds: {},
  Content: () => (
    <Empty title="The emulator has no Vault">
      There is nothing to encrypt here. Go back to the application.
    </Empty>
  ),
}
