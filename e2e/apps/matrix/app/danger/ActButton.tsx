'use client'

import { act } from './act'

export function ActButton() {
  return (
    <button type="button" onClick={() => act()}>
      Act
    </button>
  )
}
