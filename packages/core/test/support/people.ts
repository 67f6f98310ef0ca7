/** People of the emulator's default seed. */
export const people = {
  /** Admin of Northwind Freight. */
  ada: 'ada@northwind.example',
  /** Viewer at Halcyon Health. */
  grace: 'grace@halcyon.example',
} as const
