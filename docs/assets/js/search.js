// The search, fetched when it is first opened. It starts the theme's own search (lunr in a worker), and stands between
// the reader and it: words that the index does not know are taken for the nearest that it does (search/words.json, made
// by lms_guide.search_index). lunr's own fuzzy search was the other way: it asks for every word within a slip, known
// words too, so that "fever" also finds "never". Stores and sends nothing; no word of the reader enters an address.

const LONGEST = 40 // letters of a word that are looked at
const MOST = 60 // words that are looked at
const RAREST = 12 // of them that are asked for: a pasted page is cut to its rarest

const split = (text) => text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}\p{M}$&]+/gu) ?? []

// Slips between two words: letters missing, added, changed, or two swapped (optimal string alignment), `most` at most.
// `begins`: the typed word may be the beginning of the other.
const slips = (typed, word, most, begins) => {
  if (word.length < typed.length - most || (!begins && word.length > typed.length + most)) return Infinity
  const end = Math.min(word.length, typed.length + most)
  let [before, last, row] = [[], [], Array.from({ length: end + 1 }, (_, j) => j)]
  for (let i = 1; i <= typed.length; i++) {
    [before, last, row] = [last, row, [i]]
    for (let j = 1; j <= end; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (typed[i - 1] !== word[j - 1]))
      if (typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1)
    }
    if (Math.min(...row) > most) return Infinity
  }
  return begins ? Math.min(...row) : word.length > end ? Infinity : row[end]
}

// The known word that a reader most likely meant: fewest slips, then the same first letter, then the most used.
const nearest = (typed, known, begins) => {
  const most = typed.length < 8 ? 1 : 2
  let best = null
  for (const [word, uses] of known) {
    if (word.length < 3) continue
    const far = slips(typed, word, most, begins)
    if (far > most) continue
    const cost = far + (word[0] === typed[0] ? 0 : 0.5) - Math.min(uses, 99) / 1000
    if (!best || cost < best.cost) best = { word, cost }
  }
  return best?.word ?? null
}

const begun = (start, known) => [...known.keys()].filter((word) => word.startsWith(start))

// What is asked of lunr for one word: the word itself, its other forms, and, while it is still being typed, what it may become.
const clauses = (word, known, typing) => {
  if (/\d/.test(word)) return [`${word}^4`]
  if (word.length < 3) return [`${word}^1`]
  const forms = begun(word, known).filter((form) => form !== word && form.length <= word.length + (word.length < 4 ? 1 : 3))
  const single = word.endsWith('s') && word.length > 4 && known.has(word.slice(0, -1)) ? [word.slice(0, -1)] : []
  const asked = [known.has(word) && `${word}^4`, ...single.map((form) => `${form}^3`)]
  if (typing) asked.push(`${word}*^1`)
  else asked.push(...forms.map((form) => `${form}^2`))
  return asked.filter(Boolean)
}

// What people call a page is in the index as a phrase, too: whole, and each two words that stand together (`_phrases` in
// lms_guide.search_index). Who types a page's own phrase means that page; a pair weighs less than a word, or "after chemo"
// would outweigh "fever".
const phrases = (words) => words.map((word, at) => (at ? `${words[at - 1]}_${word}^1` : `${words.join('_')}_^20`))

// {query, words, changed}: what to ask lunr; the words it was taken for; whether any was corrected.
export const correct = (typed, known) => {
  const given = split(typed).slice(0, MOST).map((word) => word.slice(0, LONGEST))
  const typing = /[\p{L}\p{N}\p{M}]$/u.test(typed)
  const taken = given.map((word, at) => {
    if (known.has(word) || /\d/.test(word) || word.length < 3) return word
    const last = typing && at === given.length - 1
    if (begun(word, known).length && (last || word.length > 3)) return word
    return nearest(word, known) ?? (last ? nearest(word, known, true) : null) ?? word
  })
  const unique = [...new Set(taken)]
  const uses = (word) => known.get(word)
  const asked = unique.length > RAREST ? unique.filter(uses).sort((a, b) => uses(a) - uses(b)).slice(0, RAREST) : unique
  return {
    query: [
      ...asked.flatMap((word) => clauses(word, known, typing && word === taken.at(-1))),
      ...phrases(taken.slice(0, RAREST))
    ].join(' '),
    words: taken,
    changed: `${taken}` !== `${given}`
  }
}

// Under a page's name stands the part that fits best. The theme folds it away where the page as a whole fits better.
const part = (more) => {
  if (more.previousElementSibling !== more.parentElement.firstElementChild) return
  const words = more.querySelector('summary').firstElementChild
  const left = more.querySelectorAll('a').length - 1
  more.before(more.querySelector('a'))
  if (left) words.textContent = words.textContent.replace(/\d+/, left)
  else more.remove()
}

const theme = (dialog) => {
  const later = document.querySelector('script[data-lms-later]')
  const config = document.querySelector('#__config')
  const { document: theirs, page: ours } = dialog.dataset
  config.textContent = config.textContent.replace(/"search\.result\.[^}]*/, (words) => words.replaceAll(theirs, ours))
  const script = document.createElement('script')
  script.src = later.dataset.src
  later.replaceWith(script)
}

const vocabulary = async () => {
  const { base } = JSON.parse(document.querySelector('#__config').textContent)
  const answer = await fetch(new URL('search/words.json', new URL(`${base}/`, location)))
  return new Map(Object.entries(await answer.json()))
}

let started = false

export const start = async (dialog) => {
  const find = (name) => dialog.querySelector(`.lms-search__${name}`)
  const toggle = document.querySelector('#__search')
  if (!toggle.checked) toggle.click()
  if (started) return
  started = true

  const [input, asked, meant, list, count, none] = 'input asked meant list count none'.split(' ').map(find)
  // The theme's shortcuts stay off: Tab, Enter and letters keep their meaning. Arrows move through the results.
  document.addEventListener('keydown', (event) => {
    event.stopPropagation()
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!way || !dialog.contains(event.target)) return
    const stops = [input, ...list.querySelectorAll(':not(details) > [href], summary, details[open] [href]')]
    const next = stops[stops.indexOf(event.target) + way]
    if (next) event.preventDefault()
    next?.focus()
  })
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') count.focus()
  })
  dialog.addEventListener('close', () => {
    if (toggle.checked) toggle.click()
  })
  // The theme hides its results when the address changes, and takes them out of the Tab order.
  toggle.addEventListener('change', () => {
    if (dialog.open && !toggle.checked) setTimeout(() => toggle.click())
  })
  new MutationObserver(() => {
    for (const item of list.querySelectorAll('[tabindex]')) item.removeAttribute('tabindex')
    for (const more of list.querySelectorAll('details')) part(more)
    none.hidden = !input.value.trim() || list.childElementCount > 0
  }).observe(list.parentElement, { childList: true, subtree: true, characterData: true })

  theme(dialog)
  const known = await vocabulary().catch(() => new Map())
  const ask = () => {
    const { query, words, changed } = known.size ? correct(input.value, known) : { query: input.value }
    meant.textContent = changed ? meant.dataset.words.replace('{words}', words.join(' ')) : ''
    asked.value = query
    asked.dispatchEvent(new Event('keyup'))
  }
  input.addEventListener('input', ask)
  ask()
}
