const labels: Readonly<Record<string, string>> = {
  SSO: 'Single sign-on',
  MagicAuth: 'Code by email',
  ExternalAuth: 'External sign-in',
  CrossAppAuth: 'Another application',
  MigratedSession: 'A session from before',
}

/** How somebody signed in, for people: `GoogleOAuth` becomes “Google”. */
export function signInMethodLabel(method: string | undefined): string {
  if (method === undefined) return 'Not recorded'
  return labels[method] ?? method.replace(/OAuth$/, '').replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
}
