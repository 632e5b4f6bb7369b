// "Keep this guide on this device": pressed, the browser keeps every page (kept.json names them, made by
// lms_guide.offline.kept), never only those that were read, and the worker at the site's root gives them back where there is no network.
// Nothing is kept before, and nothing is left after clearing.

const AT_ONCE = 6

export const start = async (panel) => {
  if (!navigator.serviceWorker || !globalThis.caches) return // the panel stays hidden
  const find = (name) => panel.querySelector(`.lms-device__${name}`)
  const [how, state, keep, clear, status] = ['how', 'state', 'keep', 'clear', 'say'].map(find)
  const { worker, say } = panel.dataset
  const words = JSON.parse(say)
  const script = new URL(worker, location)
  const base = new URL('.', script).href
  const prefix = `lms-guide:${base}:`
  const list = new URL('kept.json', base).href
  const put = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key])

  const copies = async () => (await caches.keys()).filter((name) => name.startsWith(prefix))
  const ours = async () => (await navigator.serviceWorker.getRegistrations()).filter(({ scope }) => scope === base)
  const drop = async (names) => Promise.all(names.map((name) => caches.delete(name)))
  const whole = async () => {
    for (const name of await copies()) {
      const found = await caches.match(list, { cacheName: name })
      if (found) return found.json()
    }
    return null
  }
  const fetched = (address) => fetch(address, { cache: 'no-store' }) // past the worker, and not into the browser's own store, which no button clears
  const newest = async () => (await fetched(list)).json()

  const show = async () => {
    const [here, there] = [await whole(), await newest().catch(() => null)]
    how.textContent = put(how.dataset.words ??= how.textContent, there ?? here)
    const newer = here && there && here.version !== there.version
    state.textContent = here
      ? [put(words.kept, here), newer && put(words.older, there)].filter(Boolean).join(' ')
      : words.nothing
    keep.textContent = here ? keep.dataset.renew : (keep.dataset.first ??= keep.textContent)
    keep.hidden = Boolean(here && !newer)
    clear.hidden = !(here || (await copies()).length || (await ours()).length)
  }

  // A kept page says of which day it is: the words are put in before it is kept.
  const dated = async (answer, banner) => {
    if (!answer.ok) throw new Error(answer.url)
    const type = answer.headers.get('Content-Type') ?? ''
    if (!type.startsWith('text/html')) return answer
    const html = (await answer.text()).replace('<article', () => `${banner}<article`)
    return new Response(html, { headers: { 'Content-Type': type } })
  }

  const fill = async () => {
    const made = await newest()
    const name = prefix + made.version
    await drop([name])
    const cache = await caches.open(name)
    const banner = made.banner.replace('{base}', base)
    const left = [...made.files]
    let done = 0
    const next = async () => {
      while (left.length) {
        const address = new URL(left.shift(), base).href
        try {
          await cache.put(address, await dated(await fetched(address), banner))
        } catch (fault) {
          left.length = 0 // the others stop too
          throw fault
        }
        done++
        if (done % 10 === 0) status.textContent = put(words.working, { done, all: made.files.length })
      }
    }
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, next))
    for (const { reason } of ends) if (reason) throw reason
    await navigator.serviceWorker.register(script, { scope: base })
    await cache.put(list, new Response(JSON.stringify(made), { headers: { 'Content-Type': 'application/json' } }))
    await drop((await copies()).filter((each) => each !== name))
  }

  const after = async (work, done, failed) => {
    for (const button of [keep, clear]) button.disabled = true
    const said = await work().then(() => done, () => failed)
    for (const button of [keep, clear]) button.disabled = false
    await show()
    status.textContent = await said
  }

  // What was half kept goes; a whole copy of before stays, with its worker.
  const undo = async () => {
    if (await whole()) {
      for (const name of await copies()) if (!(await caches.match(list, { cacheName: name }))) await caches.delete(name)
      return
    }
    await forget()
  }
  const forget = async () => {
    await Promise.all((await ours()).map((registration) => registration.unregister()))
    await drop(await copies())
  }

  keep.addEventListener('click', () => after(() => fill().catch(async (fault) => {
    await undo()
    throw fault
  }), words.done, words.failed))
  clear.addEventListener('click', () => after(forget, words.cleared, words.failed))

  await show()
  panel.hidden = false
}
