import { SkipLink } from '@/components/brand/SkipLink.tsx'
import { ClosingCall } from '@/components/site/ClosingCall.tsx'
import { Hero } from '@/components/site/Hero.tsx'
import { Journey } from '@/components/site/Journey.tsx'
import { Policy } from '@/components/site/Policy.tsx'
import { Seats } from '@/components/site/Seats.tsx'
import { SiteFooter } from '@/components/site/SiteFooter.tsx'
import { SiteHeader } from '@/components/site/SiteHeader.tsx'
import { Trust } from '@/components/site/Trust.tsx'

export default function LandingPage() {
  return (
    <>
      <SkipLink />
      <SiteHeader />
      <main id="main">
        <Hero />
        <Journey />
        <Policy />
        <Seats />
        <Trust />
        <ClosingCall />
      </main>
      <SiteFooter />
    </>
  )
}
