// Follow-up planner: dates from the interval that the reader's team gave. It has no interval of its own.
import { calendar, dates, day } from './calendar.js'
import { keeper, part, put, save, sayer, words } from './keep.js'

const mine = words('planner')
const panel = part('lms-planner')
const form = panel.querySelector('form')
const { start, every, unit, count, what } = form.elements
const fields = [start, every, unit, count, what]
const list = panel.querySelector('.lms-planner__dates')
const result = panel.querySelector('.lms-planner__result')
const say = sayer(panel.querySelector('.lms-planner__status'))
const written = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
let found = []

const whole = (text) => (/^\s*\d{1,9}\s*$/.test(text) ? Number(text) : NaN)

// What is wrong, as [field, sentence], or nothing.
const fault = () => {
  const most = unit.value === 'weeks' ? 520 : 120
  if (!day(start.value)) return [start, mine.no_start]
  if (!every.value.trim()) return [every, mine.no_interval]
  const step = whole(every.value)
  if (Number.isNaN(step)) return [every, mine.not_whole]
  if (!step) return [every, mine.zero]
  if (step > most) return [every, mine.too_far]
  if (!(whole(count.value) >= 1 && whole(count.value) <= 40)) return [count, mine.how_many]
}

const make = () => {
  found = dates(day(start.value), whole(every.value), unit.value, whole(count.value))
  list.replaceChildren(...found.map(({ date, short }) => {
    const item = document.createElement('li')
    item.append(written.format(date), short ? ` ${mine.short}` : '')
    return item
  }))
  panel.querySelector('.lms-planner__what').textContent = what.value.trim() || mine.summary
  result.hidden = false
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  for (const field of fields) field.ariaInvalid = null
  const [field, sentence] = fault() ?? []
  if (field) {
    field.ariaInvalid = 'true'
    field.focus()
    return say(sentence)
  }
  make()
  result.querySelector('h3').focus()
  say(put(mine.made, { count: found.length }))
})
form.addEventListener('input', () => {
  result.hidden = true // dates that no longer fit what is typed
  kept.changed()
})
panel.querySelector('.lms-planner__save').addEventListener('click', () => {
  save(calendar(found.map(({ date }) => date), what.value.trim() || mine.summary, mine.maker), mine.file, 'text/calendar;charset=utf-8')
  say(mine.saved)
})
panel.querySelector('.lms-planner__print').addEventListener('click', () => print())

const get = () => {
  const data = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
  return fields.some((field) => field !== unit && field.value) ? data : null
}
document.querySelector('.lms-section--privacy').before(panel)
const kept = keeper({
  name: 'follow-up-planner',
  title: document.querySelector('h1').textContent,
  place: panel,
  get,
  set: (data) => {
    if (typeof data?.every !== 'string') return false
    for (const field of fields) field.value = data[field.name] ?? ''
    if (!fault()) make()
    return true
  }
})
for (const table of document.querySelectorAll('.lms-table:not(:has(td:not(:empty)))')) table.closest('.lms-section').classList.add('lms-paper')
