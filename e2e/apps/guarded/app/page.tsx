import { SignInButton } from '@latchkey/next/react'
import { WhoAmI } from './whoAmI.tsx'

export default function Home() {
  return (
    <>
      <h1>Open to everybody</h1>
      <WhoAmI />
      <SignInButton>Sign in here</SignInButton>
      <SignInButton appState={{ team: 'red' }}>Join the red team</SignInButton>
      <SignInButton appState={{ team: 'blue' }}>Join the blue team</SignInButton>
    </>
  )
}
