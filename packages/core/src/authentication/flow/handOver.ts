import type { FlowDecision, HandOver } from './flowDecision.ts'
import type { FlowMethod, FlowState } from './flowState.ts'

type Destination =
  | { readonly connectionId: string }
  | { readonly provider: Exclude<FlowMethod, 'password' | 'magic-code'> }
  | { readonly organizationId?: string | undefined }

/** Ends the flow in a sign-in elsewhere, with all that it knows so far. */
export function handOverTo(
  state: FlowState,
  destination: Destination,
  reason: HandOver['reason'],
): FlowDecision {
  const { at, email, invitation, returnTo } = state
  return {
    type: 'hand-over',
    handOver: {
      reason,
      signIn: {
        ...destination,
        returnTo,
        ...(email !== '' && { loginHint: email }),
        ...(invitation && { invitationToken: invitation.token }),
        ...('pendingToken' in at && { pendingAuthenticationToken: at.pendingToken }),
      },
    },
  }
}
