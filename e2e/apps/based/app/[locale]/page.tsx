import { getSignInUrl } from '@latchkey/next'
import { WhoAmI } from '../whoAmI.tsx'

export default async function Home({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params
  return (
    <main>
      <h1>Open to everybody: {locale}</h1>
      <WhoAmI returnTo={`/${locale}`} />
      <a href={getSignInUrl({ returnTo: `/${locale}/members` })}>Members, this way</a>
    </main>
  )
}
