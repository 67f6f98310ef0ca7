/** What the emulator mints, as far as a session is made of it; snake_case, as the WorkOS API answers. */
export interface Minted {
  access_token: string
  refresh_token: string
  user: {
    id: string
    email: string
    email_verified: boolean
    first_name: string | null
    last_name: string | null
    profile_picture_url: string | null
    last_sign_in_at: string | null
    external_id: string | null
    created_at: string
    updated_at: string
  }
}

/** The session that minted tokens make. */
export const sessionOf = ({ access_token, refresh_token, user }: Minted) => ({
  accessToken: access_token,
  refreshToken: refresh_token,
  user: {
    object: 'user' as const,
    id: user.id,
    email: user.email,
    emailVerified: user.email_verified,
    firstName: user.first_name,
    lastName: user.last_name,
    profilePictureUrl: user.profile_picture_url,
    lastSignInAt: user.last_sign_in_at,
    externalId: user.external_id,
    createdAt: user.created_at,
    updatedAt: user.updated_at,
  },
})
