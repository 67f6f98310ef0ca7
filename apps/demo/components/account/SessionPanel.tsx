import type { SignedIn } from '@latchkey/next'
import { signInMethodLabel } from '@/lib/signInMethod.ts'
import { shortId } from '@/lib/slugs.ts'
import { Fact, Facts } from './Facts.tsx'
import { LocalTime } from './LocalTime.tsx'
import { Panel } from './Panel.tsx'
import { SessionClock } from './SessionClock.tsx'

/** How the session began, which it is, and when it refreshes. */
export function SessionPanel({ session }: { session: SignedIn }) {
  const { claims, refreshAt, authenticationMethod } = session
  return (
    <Panel title="Session">
      <SessionClock
        issuedAt={claims.issuedAt}
        refreshAt={refreshAt}
        renderedAt={Math.floor(Date.now() / 1000)}
      />
      <Facts>
        <Fact name="Signed in with">{signInMethodLabel(authenticationMethod)}</Fact>
        <Fact name="Session">
          <code title={claims.sessionId}>{shortId(claims.sessionId)}</code>
        </Fact>
        <Fact name="Token issued">
          <LocalTime instant={toInstant(claims.issuedAt)} show="time" />
        </Fact>
        <Fact name="Token expires">
          <LocalTime instant={toInstant(claims.expiresAt)} show="time" />
        </Fact>
      </Facts>
    </Panel>
  )
}

function toInstant(secondsSinceEpoch: number): string {
  return new Date(secondsSinceEpoch * 1000).toISOString()
}
