// What every tool shares: its words, read off the page, and keeping. What a reader enters stays in the page until they
// choose "keep on this device"; then it lies in this browser's storage, one key a tool, shown and cleared from any tool.
// Storage may be full, blocked, or hold what an older edition wrote: then a sentence says so and nothing typed is lost.

const PREFIX = 'lms-tool:'
const OLD = ':old' // what could not be read, set aside under the tool's key with this ending
const VERSION = 1

const all = JSON.parse(document.getElementById('lms-tool-words').textContent)

export const words = (tool) => all[tool]
export const put = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key])
export const part = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true)

// A status that is read out even when it says the same thing twice.
export const sayer = (status) => (text) => {
  status.textContent = ''
  setTimeout(() => {
    status.textContent = text
  }, 50)
}

export const save = (text, name, type) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
}

const keys = () => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
  } catch {
    return []
  }
}

const read = (key) => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

const parse = (raw) => {
  try {
    const { version, data } = JSON.parse(raw)
    return version === VERSION ? data : undefined
  } catch {
    return undefined
  }
}

const title = (key) => {
  try {
    return JSON.parse(read(key)).title
  } catch {
    return null
  }
}

// Puts the panel into `place`. `get` gives what the tool holds, null for nothing; `set` takes it back and answers whether
// it could; `name` is the key's, `title` what the reader calls it. Returns {changed, kept}.
export const keeper = ({ name, title: called, place, get, set }) => {
  const mine = words('keep')
  const panel = part('lms-keep')
  const find = (selector) => panel.querySelector(selector)
  const [box, kept, old, clear, sure] = ['[type=checkbox]', '.lms-keep__kept', '.lms-keep__old', '.lms-keep__clear', '.lms-keep__sure'].map(find)
  const say = sayer(find('[role=status]'))
  const key = PREFIX + name
  let typed = false

  const show = () => {
    const found = keys()
    const titles = [...new Set(found.filter((each) => !each.endsWith(OLD)).map(title))].filter(Boolean)
    kept.textContent = titles.length ? put(mine.kept, { titles: titles.join(', ') }) : mine.nothing
    clear.hidden = !found.length
    const unread = read(key + OLD)
    old.hidden = !unread
    old.querySelector('textarea').value = unread ?? ''
  }

  const store = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ version: VERSION, title: called, data: get() }))
    } catch {
      box.checked = false
      say(mine.blocked)
    }
    show()
  }

  const load = () => {
    const raw = read(key)
    if (raw === null) return
    const data = parse(raw)
    if (data !== undefined && (data === null || set(data))) {
      box.checked = true
      return
    }
    try {
      localStorage.setItem(key + OLD, raw)
      localStorage.removeItem(key)
    } catch {
      // It stays where it is.
    }
  }

  box.addEventListener('change', () => {
    if (box.checked) {
      store()
      if (box.checked) say(mine.done)
      return
    }
    try {
      localStorage.removeItem(key)
    } catch {
      // There was nothing.
    }
    typed = get() !== null
    show()
    say(mine.undone)
  })

  const ask = (open) => {
    sure.hidden = !open
    clear.hidden = open
    if (open) sure.querySelector('button').focus()
    else show()
  }
  clear.addEventListener('click', () => ask(true))
  find('.lms-keep__no').addEventListener('click', () => {
    ask(false)
    clear.focus()
  })
  find('.lms-keep__yes').addEventListener('click', () => {
    for (const each of keys()) localStorage.removeItem(each)
    box.checked = false
    typed = get() !== null
    ask(false)
    box.focus()
    say(mine.cleared)
  })

  // The same list, open twice: the other's change is taken over.
  addEventListener('storage', (event) => {
    if (event.key === key && event.newValue) set(parse(event.newValue) ?? get())
    show()
  })
  // A browser's own question before a page is left on which something would be lost.
  addEventListener('beforeunload', (event) => {
    if (typed && !box.checked && get() !== null) event.preventDefault()
  })

  place.append(panel)
  load()
  show()
  return {
    changed: () => {
      typed = true
      if (box.checked) store()
    },
    kept: () => box.checked
  }
}
