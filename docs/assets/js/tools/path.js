// Find the pages for you, one step at a time. The page stands whole without this: the steps are its own parts, named by
// their own anchors, so an address works with and without scripts, Back is the browser's, and nothing is computed.
import { part } from './keep.js'

const article = document.querySelector('.lms-article')
const sections = new Map([...article.querySelectorAll('.lms-section')].map((section) => [section.firstElementChild.id, section]))
const bar = part('lms-path-bar')
const find = (name) => bar.querySelector(`.lms-steps__${name}`)
const always = ['how-to', 'place']

// Anchor -> what stands at that step: for a place its second choice, for a situation its list.
const steps = new Map()
for (const [id, section] of sections) {
  let step = { id, place: id, section, nodes: [] }
  steps.set(id, step)
  for (const node of [...section.children].slice(1)) {
    if (node.tagName === 'H3') {
      step = { id: node.id, place: id, section, nodes: [] }
      steps.set(node.id, step)
    }
    step.nodes.push(node)
  }
}

// A part for all places, such as #day -> the step whose link led there, so that Back leads to the reader's own place.
const came = new Map()
let last = null
const remember = (step) => {
  const id = step?.id
  if (!last) came.delete(id)
  else if (last.nodes.some((node) => node.querySelector(`a[href="#${id}"]`)) && id !== last.id) came.set(id, last.id)
  last = step
}

const away = (node, gone) => node.toggleAttribute('data-lms-away', gone)

const show = (step, moved) => {
  const first = !step || always.includes(step.id) || step.id === 'privacy'
  remember(first ? null : step)
  const pages = step?.nodes.some((node) => node.querySelector('.lms-card:not([href^="#"])'))
  article.dataset.lmsStep = first ? 'first' : pages ? 'list' : 'second'
  for (const [id, section] of sections) {
    away(section, id !== 'privacy' && (first ? !always.includes(id) : id !== step.place))
    for (const node of [...section.children].slice(1)) away(node, !first && !step.nodes.includes(node) && id !== 'privacy')
  }
  bar.hidden = first
  if (first) {
    if (moved) focus(sections.get('place').firstElementChild)
    return
  }
  step.section.before(bar)
  find('back').href = `#${step.id === step.place ? came.get(step.id) ?? 'place' : step.place}`
  find('print').hidden = article.dataset.lmsStep !== 'list'
  if (moved) focus(step.nodes[0]?.tagName === 'H3' ? step.nodes[0] : step.section.firstElementChild)
}

const focus = (heading) => {
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  ;(bar.hidden ? heading : bar).scrollIntoView({ block: 'start' })
}

const follow = (moved) => show(steps.get(location.hash.slice(1)), moved)

// Start again takes the choices out of the address.
find('again').addEventListener('click', () => {
  history.pushState(null, '', location.pathname)
  show(null, true)
})
find('print').addEventListener('click', () => print())
addEventListener('hashchange', () => follow(true))
addEventListener('popstate', () => follow(false))
follow(false)
if (location.hash) bar.scrollIntoView({ block: 'start' })
