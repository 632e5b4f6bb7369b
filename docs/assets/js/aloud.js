// Reads the page aloud with a voice of the device itself; a voice from elsewhere would send the text away. Fetched when a
// reader presses the button (frame.js shows it where there is such a voice). Never starts by itself.

const HEADINGS = ['H1', 'H2', 'H3']
const BLOCKS = 'h1, h2, h3, p, li, dt, dd, th, td, summary'
const LEFT_OUT = '.lms-tool, .lms-section--sources, .lms-section--words, .lms-contents, .lms-cite'

const ownVoice = (language) => {
  const own = speechSynthesis.getVoices().filter((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language))
  return own.find((voice) => voice.default) ?? own[0]
}

// What is read, in order: the notice, then each visible piece of the page that holds no smaller one.
const blocks = () => [...document.querySelectorAll(`.lms-notice p, .lms-article :is(${BLOCKS})`)]
  .filter((block) => !block.closest(LEFT_OUT) && !block.querySelector(BLOCKS) && block.checkVisibility())

const spoken = (block) => {
  const copy = block.cloneNode(true)
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove()
  return copy.textContent.replace(/\s+/g, ' ').trim()
}

// Called once a page, with the first press.
export const start = (panel) => {
  const [open, bar] = [panel.querySelector('.lms-aloud__open'), panel.querySelector('.lms-aloud__bar')]
  const [pause, next, speed, stop] = ['pause', 'next', 'speed', 'stop'].map((name) => bar.querySelector(`.lms-aloud__${name}`))
  let [all, at, turn, playing] = [[], 0, 0, false]

  const mark = (block) => {
    document.querySelector('.lms-aloud__now')?.classList.remove('lms-aloud__now')
    block?.classList.add('lms-aloud__now')
    if (block && HEADINGS.includes(block.tagName)) block.scrollIntoView({ block: 'start' })
    else block?.scrollIntoView({ block: 'nearest' })
  }

  // One piece at a time. Pausing begins the piece anew: a browser's own pause loses its place on many phones.
  const play = () => {
    speechSynthesis.cancel()
    const mine = ++turn
    const block = all[at]
    if (!block) return end()
    mark(block)
    const utterance = new SpeechSynthesisUtterance(spoken(block))
    utterance.voice = ownVoice(document.documentElement.lang)
    utterance.lang = utterance.voice?.lang ?? ''
    utterance.rate = Number(speed.value)
    utterance.onend = () => {
      if (mine !== turn) return
      at++
      play()
    }
    if (!utterance.voice) return end()
    playing = true
    pause.textContent = pause.dataset.pause
    speechSynthesis.speak(utterance)
  }
  const halt = () => {
    turn++
    playing = false
    speechSynthesis.cancel()
    pause.textContent = pause.dataset.resume
  }
  const end = () => {
    halt()
    mark(null)
    bar.hidden = true
    open.focus()
  }
  const begin = () => {
    all = blocks()
    at = 0
    bar.hidden = false
    pause.focus()
    play()
  }

  open.addEventListener('click', begin)
  pause.addEventListener('click', () => (playing ? halt() : play()))
  stop.addEventListener('click', end)
  next.addEventListener('click', () => {
    const heading = all.findIndex((block, place) => place > at && HEADINGS.includes(block.tagName))
    at = heading < 0 ? all.length : heading
    play()
  })
  speed.addEventListener('change', () => {
    if (playing) play()
  })
  addEventListener('pagehide', () => speechSynthesis.cancel())
  begin()
}
