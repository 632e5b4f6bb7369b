// Cards and sheets, filled in on the screen: each blank of the page becomes a field, and prints as text or as a blank.
import { keeper, part, put, sayer, words } from './keep.js'

const mine = words('fill')
const article = document.querySelector('.lms-article')
const fields = new Map() // name -> textarea
const choices = new Map() // name -> radio buttons
let others = {} // kept under names that this page no longer has

const named = (blank) => {
  const row = blank.closest('tr')?.querySelector('th')?.textContent ?? blank.previousElementSibling?.textContent
  const column = blank.dataset.label
  const several = blank.closest('tr')?.querySelectorAll('td').length > 1
  const label = row ? (several && column ? `${row}, ${column}` : row) : column
  let name = label.trim()
  for (let count = 2; fields.has(name); count++) name = `${label.trim()} ${count}`
  return name
}

// The frame repeats the text for paper and for the field's height: a textarea alone would cut it.
const fit = (area) => {
  area.parentElement.dataset.text = area.value
}

for (const blank of article.querySelectorAll('.lms-table td:empty, dd.lms-blank')) {
  const name = named(blank)
  const frame = document.createElement('div')
  const area = document.createElement('textarea')
  frame.className = 'lms-field lms-tool'
  Object.assign(area, { rows: 1, dir: 'auto', ariaLabel: name, autocomplete: 'off' })
  area.addEventListener('input', () => {
    fit(area)
    kept.changed()
  })
  frame.append(area)
  blank.append(frame)
  blank.classList.add('lms-filled')
  fields.set(name, area)
}

// "yes / no" is circled on paper; on the screen it is a choice.
for (const blank of article.querySelectorAll('.lms-choice')) {
  const name = blank.previousElementSibling.textContent
  const options = blank.textContent.split('/').map((word) => word.trim())
  const group = document.createElement('span')
  Object.assign(group, { role: 'radiogroup', ariaLabel: name })
  blank.replaceChildren(group)
  group.append(...options.flatMap((word, at) => {
    const label = document.createElement('label')
    const radio = Object.assign(document.createElement('input'), { type: 'radio', name, value: word })
    radio.addEventListener('change', () => kept.changed())
    label.append(radio, ` ${word}`)
    return at ? [' / ', label] : [label]
  }))
  choices.set(name, [...blank.querySelectorAll('input')])
}

const get = () => {
  const typed = [...fields].filter(([, area]) => area.value).map(([name, area]) => [name, area.value])
  const chosen = [...choices].flatMap(([name, radios]) => radios.filter((radio) => radio.checked).map((radio) => [name, radio.value]))
  const data = { ...others, ...Object.fromEntries([...typed, ...chosen]) }
  return Object.keys(data).length ? data : null
}

const set = (data) => {
  if (!data || Array.isArray(data) || !Object.values(data).every((value) => typeof value === 'string')) return false
  others = {}
  for (const [name, value] of Object.entries(data)) {
    const radio = choices.get(name)?.find((each) => each.value === value)
    if (fields.has(name)) {
      fields.get(name).value = value
      fit(fields.get(name))
    } else if (radio) radio.checked = true
    else others[name] = value
  }
  return true
}

const panel = part('lms-fill')
const say = sayer(panel.querySelector('.lms-fill__status'))
const large = panel.querySelector('.lms-fill__large')
large.addEventListener('change', () => document.documentElement.toggleAttribute('data-lms-large', large.checked))
// The button prints the sheet alone; the browser's own print command prints the whole page.
panel.querySelector('.lms-fill__print').addEventListener('click', () => {
  if (!get()) say(mine.empty)
  document.documentElement.dataset.lmsPrint = 'sheet'
  print()
})
addEventListener('afterprint', () => delete document.documentElement.dataset.lmsPrint)
article.querySelector('.lms-section--privacy').before(panel)
const kept = keeper({
  name: location.pathname.split('/').filter((name) => name && name !== 'index.html').at(-1),
  title: document.querySelector('h1').textContent,
  place: panel,
  get,
  set
})
const left = Object.entries(others).map(([name, value]) => `${name}: ${value}`)
if (left.length) say(put(mine.others, { text: left.join('; ') }))
