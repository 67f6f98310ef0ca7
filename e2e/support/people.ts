/** People of the emulator's default seed, and what the tests know of them. */
export const ada = {
  email: 'ada@northwind.example',
  password: 'open-sesame-42',
  name: 'Ada Okafor',
  organization: 'Northwind Freight',
  role: 'admin',
} as const

/** Somebody of another organization. */
export const grace = {
  email: 'grace@halcyon.example',
  password: 'open-sesame-42',
  name: 'Grace Tanaka',
  organization: 'Halcyon Health',
  role: 'viewer',
} as const
