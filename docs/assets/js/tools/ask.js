// "Add to my list" beside each question of a page. The picks stay in this page, or join the kept list (questions.js).
import { keeper, part, put, sayer, words } from './keep.js'

const mine = words('ask')
const panel = part('lms-ask')
const say = sayer(panel.querySelector('.lms-ask__status'))
const lists = document.querySelectorAll('.lms-section--questions > ul')
const buttons = new Map() // question -> its button
let items = [] // {text, own}
let draft = ''
let kept

const render = () => {
  for (const [text, button] of buttons) {
    const on = items.some((item) => item.text === text)
    button.ariaPressed = String(on)
    button.textContent = on ? mine.on : mine.add
    button.ariaLabel = `${button.textContent}: ${text}`
    button.parentElement.classList.toggle('lms-asked', on)
  }
}

// The panel comes with the first pick, or at once where a list is kept already.
const open = () => {
  if (kept) return
  lists[lists.length - 1].after(panel)
  kept = keeper({
    name: 'questions',
    title: words('questions').title,
    place: panel,
    get: () => (items.length || draft ? { items, draft } : null),
    set: (data) => {
      if (!Array.isArray(data?.items) || !data.items.every((item) => typeof item?.text === 'string')) return false
      items = data.items
      draft = data.draft ?? ''
      render()
      return true
    }
  })
}

const press = (text) => {
  open()
  const on = items.some((item) => item.text === text)
  items = on ? items.filter((item) => item.text !== text) : [...items, { text, own: false }]
  render()
  kept.changed()
  say(put(on ? mine.removed : kept.kept() ? mine.added : mine.picked, { count: items.length }))
}

document.head.append(Object.assign(document.createElement('link'), {
  rel: 'stylesheet', href: document.getElementById('lms-ask').dataset.styles
}))
for (const item of document.querySelectorAll('.lms-section--questions > ul > li')) {
  const text = item.textContent.trim()
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'lms-ask lms-tool'
  button.addEventListener('click', () => press(text))
  item.append(' ', button)
  buttons.set(text, button)
}
try {
  if (localStorage.getItem('lms-tool:questions')) open()
} catch {
  // Blocked storage keeps nothing.
}
render()
