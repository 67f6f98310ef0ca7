import { authorizationCodeGrant } from './authorizationCode.ts'
import type { Grant, GrantType } from './grant.ts'
import { refreshTokenGrant } from './refreshToken.ts'

/** Every grant that the token endpoint takes. */
export const grants: { [Type in GrantType]: Grant<Type> } = {
  authorization_code: authorizationCodeGrant,
  refresh_token: refreshTokenGrant,
}
