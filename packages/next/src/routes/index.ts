export type { AppStateSchema } from './appState.ts'
export { type AuthRoutes, type AuthRoutesOptions, authRoutes } from './authRoutes.ts'
export type { CompletedSignIn, SignInHooks, SignInVeto } from './signInHooks.ts'
export type { WebhookOptions } from './webhook.ts'
