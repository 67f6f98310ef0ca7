/** The console's rooms, in groups, as its navigation shows them. */
export const rooms = [
  { title: null, rooms: [{ name: 'Overview', path: '' }] },
  {
    title: 'Directory',
    rooms: [
      { name: 'Users', path: 'users' },
      { name: 'Organizations', path: 'organizations' },
      { name: 'Roles', path: 'roles' },
      { name: 'Flags', path: 'flags' },
    ],
  },
  {
    title: 'Traffic',
    rooms: [
      { name: 'Inbox', path: 'inbox' },
      { name: 'Events', path: 'events' },
      { name: 'Requests', path: 'requests' },
      { name: 'Webhooks', path: 'webhooks' },
    ],
  },
  {
    title: 'Control',
    rooms: [
      { name: 'Faults', path: 'faults' },
      { name: 'Clock', path: 'clock' },
      { name: 'Keys', path: 'keys' },
      { name: 'Snapshots', path: 'snapshots' },
      { name: 'Environments', path: 'environments' },
    ],
  },
] as const

/** The name of a room. */
export type Room = (typeof rooms)[number]['rooms'][number]['name']
