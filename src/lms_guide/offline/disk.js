// Opened from a disk, a page gets neither modules nor workers nor fetch from its browser. These stand-ins give our scripts
// and the theme's search what they ask of them; what would be fetched is a script of its own. Only in the copy for a disk.
const lms = (() => {
  const makers = {} // name below assets/js -> runs a module and answers its exports
  const made = {}
  const data = {} // name of a file of data -> what it holds

  const module = (name) => (made[name] ??= makers[name]())
  const load = (url) => new Promise((done, failed) => {
    const script = document.createElement('script')
    script.src = url
    script.onload = done
    script.onerror = failed
    document.head.append(script)
  })

  globalThis.fetch = async (url) => {
    const [, name] = /([^/]+)\.json$/.exec(url)
    await load(String(url).replace(/json$/, 'js'))
    return { json: async () => data[name] }
  }

  globalThis.Worker = class extends EventTarget {
    constructor(url) {
      super()
      const post = (said) => setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: said })))
      const scripts = async (...names) => {
        for (const name of names) await load(new URL(name, url))
      }
      this.ready = load(url).then(() => new Promise((listen) => {
        lms.worker.call(globalThis, (_, listener) => listen(listener), post, scripts)
      }))
    }

    async postMessage(said) {
      const listener = await this.ready
      listener({ data: structuredClone(said) })
    }
  }

  return { makers, module, data, import: async (where) => module(String(where).replace(/^.*assets\/js\/|^\.\//, '')) }
})()
