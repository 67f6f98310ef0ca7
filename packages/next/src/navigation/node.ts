export { forbidden, notFound, redirect } from 'next/navigation.js'
