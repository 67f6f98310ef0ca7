import type { FactorChoice, OrganizationChoice } from '../nextStep.ts'
import type { FlowMethod, FlowState } from './flowState.ts'

/** A form to show: everything in it may be seen by the browser. `name` tells them apart. */
export type FlowStep =
  /** Choose a way in. Takes `password`, `send-magic-code`, `sign-up`, `forgot-password`, `provider`, `connection`. */
  | {
      readonly name: 'credential'
      readonly email: string
      readonly methods: readonly FlowMethod[]
      /** SSO connections that the organization accepts. */
      readonly connectionIds: readonly string[]
      readonly signUp: boolean
      /** The organization that the invitation leads to, where there is one. */
      readonly invitedTo: string | undefined
    }
  /** Takes `code`, `resend`. */
  | { readonly name: 'magic-code'; readonly email: string }
  /** Takes `code`, `resend`. */
  | { readonly name: 'email-verification'; readonly email: string }
  /** Takes `code` of the new factor; `resend` enrols again. */
  | {
      readonly name: 'mfa-enrollment'
      /** `undefined` while WorkOS could not enrol. */
      readonly totp: TotpEnrollment | undefined
    }
  /** Takes `code`, `factor`, `resend`. */
  | {
      readonly name: 'mfa-challenge'
      readonly factors: readonly FactorChoice[]
      /** The one that is asked for. */
      readonly factorId: string
    }
  /** Takes `organization`. */
  | {
      readonly name: 'organization-selection'
      readonly organizations: readonly OrganizationChoice[]
    }
  /** Choose one of several identity providers. Takes `connection`. */
  | { readonly name: 'sso'; readonly connectionIds: readonly string[] }
  /** Takes `code`. */
  | { readonly name: 'radar-email-challenge'; readonly email: string }
  /** Takes `phone`. */
  | { readonly name: 'radar-phone' }
  /** Takes `code`, and `resend` where the flow knows the number. */
  | { readonly name: 'radar-sms-challenge'; readonly phoneNumber: string | undefined }
  /** Look into the mailbox. Takes `resend`. The same whether or not the address is known. */
  | { readonly name: 'password-reset-sent'; readonly email: string }
  /** Takes `new-password`. */
  | { readonly name: 'new-password' }

/** What an authenticator application needs (RFC 6238). */
export interface TotpEnrollment {
  /** To type in. */
  readonly secret: string
  /** To draw as a QR code: `otpauth://…`. */
  readonly uri: string
  /** The same as a data URL, only when the enrolment was made just now. */
  readonly qrCode: string | undefined
}

/** The form for where a flow stands; leaves every secret behind. */
export function stepOf(state: FlowState, qrCode: string | undefined): FlowStep {
  const { at, email, connectionIds } = state
  switch (at.name) {
    case 'credential':
      return {
        name: at.name,
        email,
        methods: state.methods,
        connectionIds,
        signUp: state.signUp,
        invitedTo: state.invitation?.organizationId ?? undefined,
      }
    case 'magic-code':
    case 'email-verification':
    case 'radar-email-challenge':
    case 'password-reset-sent':
      return { name: at.name, email }
    case 'mfa-enrollment':
      return { name: at.name, totp: at.totp && { ...at.totp, qrCode } }
    case 'mfa-challenge':
      return { name: at.name, factors: at.factors, factorId: at.factorId }
    case 'organization-selection':
      return { name: at.name, organizations: at.organizations }
    case 'sso':
      return { name: at.name, connectionIds }
    case 'radar-sms-challenge':
      return { name: at.name, phoneNumber: at.verification?.phoneNumber }
    case 'radar-phone':
    case 'new-password':
      return { name: at.name }
  }
}
