// Answers from the guide that a reader kept (assets/js/device.js), and only where the network does not answer. It stands at
// the site's root because a worker reaches no higher than its own folder. It keeps nothing by itself.
const NAME = `lms-guide:${registration.scope}:`
const MARK = `${registration.scope}kept.json` // kept last: without it a copy is not whole
const PATIENCE = 5000 // ms that a slow network has, where a kept page could be read meanwhile

addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))

const kept = async ({ url }) => {
  const [bare] = url.split(/[?#]/)
  for (const name of await caches.keys()) {
    if (!name.startsWith(NAME) || !(await caches.match(MARK, { cacheName: name }))) continue
    for (const way of [bare, `${bare}/`, bare.replace(/index\.html$/, '')]) {
      const found = await caches.match(way, { cacheName: name })
      if (found) return found
    }
  }
  return null
}

const answer = async (request) => {
  const fresh = fetch(request)
  fresh.catch(() => {}) // it may fail after the kept page was shown
  const copy = await kept(request)
  if (!copy) return fresh
  return Promise.race([fresh, new Promise((late) => setTimeout(late, PATIENCE, copy))]).catch(() => copy)
}

addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || request.cache === 'no-store' || !request.url.startsWith(registration.scope)) return
  event.respondWith(answer(request))
})
