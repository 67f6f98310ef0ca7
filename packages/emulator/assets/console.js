// Keeps the live regions of an open page up to date. Without it the page is as it was when it was
// asked for, and everything on it works.

const console_ = document.querySelector('[data-changes]')
const indicator = document.querySelector('[data-live-status]')

/** Relative times go out of date although nothing changes. */
const pause = 30_000

let source
let timer
let fetching = false
let again = false

function show(text) {
  indicator.hidden = false
  if (indicator.textContent !== text) indicator.textContent = text
  indicator.classList.toggle('off', text !== 'Live')
}

/** Where the focus is within a region, in a way that outlives its replacement. */
function focusWithin(region) {
  const focused = document.activeElement
  if (!region.contains(focused)) return undefined
  const all = [...region.querySelectorAll('a, button, summary, input, select, [tabindex]')]
  const row = focused.closest('[data-key]')?.dataset.key
  const same = (root) => [...root.querySelectorAll('a, button, summary, input, select, [tabindex]')]
  const position =
    row === undefined ? all.indexOf(focused) : same(focused.closest('[data-key]')).indexOf(focused)
  return () => {
    const root =
      row === undefined ? region : region.querySelector(`[data-key="${CSS.escape(row)}"]`)
    if (root) same(root)[position]?.focus({ preventScroll: true })
  }
}

/** Whether somebody is in the middle of entering something. */
const isBusy = (region) =>
  region.contains(document.activeElement) &&
  document.activeElement.matches('input:not([type=hidden]), textarea, select')

function replace(region, next) {
  if (region.innerHTML === next.innerHTML || isBusy(region)) return
  const open = [...region.querySelectorAll('details[open][id]')].map(({ id }) => id)
  const known = new Set(
    [...region.querySelectorAll('[data-key]')].map(({ dataset }) => dataset.key),
  )
  const wasEmpty = known.size === 0
  const refocus = focusWithin(region)
  region.replaceChildren(...next.childNodes)
  for (const id of open) document.getElementById(id)?.setAttribute('open', '')
  for (const row of region.querySelectorAll('[data-key]')) {
    if (!wasEmpty && !known.has(row.dataset.key)) row.classList.add('fresh')
  }
  refocus?.()
}

async function refresh() {
  if (fetching) {
    again = true
    return
  }
  fetching = true
  try {
    const response = await fetch(location.href)
    if (response.ok) {
      const next = new DOMParser().parseFromString(await response.text(), 'text/html')
      for (const region of document.querySelectorAll('[data-live]')) {
        const same = next.querySelector(`[data-live="${region.dataset.live}"]`)
        if (same) replace(region, same)
      }
    }
  } catch {
    show('Waiting for the emulator')
  } finally {
    fetching = false
    if (again) {
      again = false
      refresh()
    }
  }
}

/** Open only while the page is looked at: a browser has few connections to one host. */
function connect() {
  source = new EventSource(console_.dataset.changes)
  source.addEventListener('open', () => {
    show('Live')
    refresh()
  })
  source.addEventListener('change', refresh)
  source.addEventListener('error', () => show('Waiting for the emulator'))
  timer = setInterval(refresh, pause)
}

function disconnect() {
  source?.close()
  clearInterval(timer)
  source = undefined
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) disconnect()
  else if (!source) connect()
})
window.addEventListener('pagehide', disconnect)
window.addEventListener('pageshow', () => {
  if (!source && !document.hidden) connect()
})

/** `/` goes to the search, as on other pages of this kind. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.matches('input, textarea, select')) return
  const search = document.querySelector('[data-search]')
  if (!search) return
  event.preventDefault()
  search.focus()
  search.select()
})
