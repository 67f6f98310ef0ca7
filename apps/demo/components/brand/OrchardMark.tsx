/** The fruit and its leaf; decorative, the name always stands beside it. */
export function OrchardMark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="4 3 24 25" width="24" height="25" className={className} aria-hidden="true">
      <path
        fill="currentColor"
        d="M16 11.6c-1.5-1.1-3.3-1.7-5-1.3-3.2.7-4.9 3.7-4.9 7.1 0 4.9 3.3 9.4 6.9 9.4 1.1 0 1.9-.5 3-.5s1.9.5 3 .5c3.6 0 6.9-4.5 6.9-9.4 0-3.4-1.7-6.4-4.9-7.1-1.7-.4-3.5.2-5 1.3z"
      />
      <path
        fill="currentColor"
        opacity="0.75"
        d="M16.3 9.8c0-3.1 2.3-5.5 5.9-5.7.1 3.4-2.3 5.8-5.9 5.7z"
      />
    </svg>
  )
}
