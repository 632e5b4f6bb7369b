// Your question list: tick questions of the guide, write your own, put them in order, print or save them.
import { keeper, part, put, save, sayer, words } from './keep.js'

const mine = words('questions')
const panel = part('lms-list')
const find = (selector) => panel.querySelector(selector)
const [list, field, form] = ['.lms-list__items', 'textarea', 'form'].map(find)
const say = sayer(find('.lms-list__status'))
const boxes = new Map() // question -> its tick boxes: one question may stand on two pages
let items = [] // {text, own}, in the reader's order

const clean = (text) => text.replace(/[^\S\n]+/g, ' ').trim()
const has = (text) => items.some((item) => item.text === text)

const change = (next) => {
  items = next
  render()
  kept.changed()
}

const add = (text, own) => {
  change([...items, { text, own }])
  say(put(mine.added, { count: items.length }))
}

const remove = (text) => {
  const { own } = items.find((item) => item.text === text)
  const back = own && !field.value // an own question goes back to where it was written
  if (back) field.value = text
  change(items.filter((item) => item.text !== text))
  say(put(back ? mine.removed_own : mine.removed, { count: items.length }))
}

const move = (text, by) => {
  const from = items.findIndex((item) => item.text === text)
  const next = [...items]
  next.splice(from + by, 0, ...next.splice(from, 1))
  change(next)
  const row = list.children[from + by]
  const same = row.querySelector(by < 0 ? '.lms-list__up' : '.lms-list__down')
  ;(same.disabled ? row.querySelector('.lms-list__ways button:not(:disabled)') : same).focus()
  say(put(mine.moved, { place: from + by + 1, count: items.length }))
}

// An own question is changed where it stands. Each letter counts at once, so that nothing is lost when the list is drawn
// anew; an empty or a double one is not taken, and the sentence says why.
const edit = (item, row) => {
  const [text, ways, box, area, done] = ['text', 'ways', 'change', 'change textarea', 'done'].map((name) => row.querySelector(`.lms-list__${name}`))
  const wrong = (words) => (!words ? mine.write_first : items.some((other) => other !== item && other.text === words) ? mine.there : null)
  text.hidden = ways.hidden = true
  box.hidden = false
  area.value = item.text
  area.focus()
  area.addEventListener('input', () => {
    const words = clean(area.value)
    if (!wrong(words)) item.text = words
    kept.changed()
  })
  done.addEventListener('click', () => {
    const fault = wrong(clean(area.value))
    if (fault) {
      say(fault)
      return area.focus()
    }
    render()
    list.children[items.indexOf(item)].querySelector('.lms-list__edit').focus()
    say(mine.changed)
  })
}

const line = (item, at) => {
  const row = part('lms-list-item')
  row.querySelector('.lms-list__text').textContent = item.text
  const press = (name, act) => {
    const button = row.querySelector(`.lms-list__${name}`)
    button.ariaLabel = put(button.dataset.label, { question: item.text })
    button.addEventListener('click', act)
    return button
  }
  press('up', () => move(item.text, -1)).disabled = at === 0
  press('down', () => move(item.text, 1)).disabled = at === items.length - 1
  press('edit', () => edit(item, row)).hidden = !item.own
  press('remove', () => {
    remove(item.text)
    const left = list.children[Math.min(at, items.length - 1)]
    ;(left?.querySelector('.lms-list__remove') ?? field).focus()
  })
  return row
}

const render = () => {
  list.replaceChildren(...items.map(line))
  find('.lms-list__empty').hidden = items.length > 0
  for (const [text, ticks] of boxes) for (const tick of ticks) tick.checked = has(text)
}

for (const item of document.querySelectorAll('.lms-questions > li')) {
  const label = document.createElement('label')
  const tick = document.createElement('input')
  tick.type = 'checkbox'
  const text = item.textContent.trim()
  label.append(tick, ...item.childNodes)
  item.append(label)
  boxes.set(text, [...(boxes.get(text) ?? []), tick])
  tick.addEventListener('change', () => (tick.checked ? add(text, false) : remove(text)))
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const text = clean(field.value)
  if (!text) say(mine.write_first)
  else if (has(text)) say(mine.there)
  else {
    field.value = ''
    add(text, true)
  }
  field.focus()
})
field.addEventListener('input', () => kept.changed())

// Only the list is printed, with room to write. An empty list is not: the sentence says what to do.
const root = document.documentElement
find('.lms-list__print').addEventListener('click', () => {
  if (!items.length) return say(mine.nothing)
  root.dataset.lmsPrint = 'list'
  print()
})
addEventListener('beforeprint', () => render()) // a question that is being changed is printed as it stands
addEventListener('afterprint', () => delete root.dataset.lmsPrint)
find('.lms-list__save').addEventListener('click', () => {
  if (!items.length) return say(mine.nothing)
  const text = items.map((item, at) => `${at + 1}. ${item.text}\n\n   ${mine.answer}\n\n`).join('\n')
  save(`${mine.title}\n\n${text}`, mine.file, 'text/plain;charset=utf-8')
  say(mine.saved)
})

document.querySelector('.lms-section:has(> .lms-questions)').before(panel)
const kept = keeper({
  name: 'questions',
  title: mine.title,
  place: panel,
  get: () => (items.length || field.value ? { items, draft: field.value } : null),
  set: (data) => {
    if (!Array.isArray(data?.items) || !data.items.every((item) => typeof item?.text === 'string')) return false
    items = data.items
    field.value ||= data.draft ?? ''
    render()
    return true
  }
})
render()
for (const table of document.querySelectorAll('.lms-table:not(:has(td:not(:empty)))')) table.closest('.lms-section').classList.add('lms-paper')
