/** A complete environment; nothing of it reaches further than this machine. */
export const environment = {
  WORKOS_API_KEY: 'sk_test_emulator',
  WORKOS_CLIENT_ID: 'client_emulator',
  WORKOS_COOKIE_PASSWORD: 'the password that every test shares, 32+',
  NEXT_PUBLIC_WORKOS_REDIRECT_URI: 'http://localhost:3000/auth/callback',
}
