import type { Environment } from '../environment.ts'
import type {
  AuthenticationSettingsRecord,
  ProviderSetting,
  SignInMethod,
} from '../store/authenticationRecords.ts'
import { signInMethodOf } from './signInMethod.ts'

/** How an environment is that nobody has set up: password and code, open to everybody. */
export const usualSettings: Omit<AuthenticationSettingsRecord, 'id'> = {
  password: true,
  magic_auth: true,
  sign_up: true,
  mfa: false,
  providers: [],
}

/** How people may sign in to the environment. */
export const settingsOf = ({ store, clientId }: Environment): AuthenticationSettingsRecord =>
  store.authenticationSettings.get(clientId) ?? { id: clientId, ...usualSettings }

/** The social provider's setting, if it is switched on. */
export const findProvider = (
  environment: Environment,
  provider: string,
): ProviderSetting | undefined =>
  settingsOf(environment).providers.find((each) => each.provider === provider)

/** The ways to sign in that the environment offers. */
export function environmentMethods(environment: Environment): SignInMethod[] {
  const { password, magic_auth, providers } = settingsOf(environment)
  return [
    'sso',
    ...(password ? (['password'] as const) : []),
    ...(magic_auth ? (['magic_auth'] as const) : []),
    ...providers.flatMap(({ provider }) => signInMethodOf(provider) ?? []),
  ]
}
