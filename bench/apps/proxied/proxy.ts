import { NextResponse } from 'next/server'

/** A proxy that does nothing: what Next itself takes for having one. */
export const proxy = () => NextResponse.next()

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] }
