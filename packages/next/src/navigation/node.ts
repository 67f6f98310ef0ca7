export { forbidden, notFound, redirect, unstable_rethrow } from 'next/navigation.js'
