const stroke = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.75',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const

/** Latchkey's mark. */
export const KeyIcon = () => (
  <svg aria-hidden="true" {...stroke}>
    <circle cx="8" cy="15.5" r="4.25" />
    <path d="m11 12.5 8.5-8.5M16 7.5l2.75 2.75" />
  </svg>
)

/** Something went wrong. */
export const AlertIcon = () => (
  <svg aria-hidden="true" {...stroke}>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7.5v5M12 16.25v.01" />
  </svg>
)

/** An email. */
export const MailIcon = () => (
  <svg aria-hidden="true" {...stroke}>
    <rect x="3" y="5" width="18" height="14" rx="2.5" />
    <path d="m3.5 7.5 8.5 6 8.5-6" />
  </svg>
)

/** Onwards. */
export const ChevronIcon = () => (
  <svg aria-hidden="true" {...stroke}>
    <path d="m9 6 6 6-6 6" />
  </svg>
)

/** It was done. */
export const CheckIcon = () => (
  <svg aria-hidden="true" {...stroke}>
    <circle cx="12" cy="12" r="9" />
    <path d="m8 12.25 2.75 2.75L16 9.5" />
  </svg>
)
