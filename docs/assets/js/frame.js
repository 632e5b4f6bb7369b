// Closes the menu, opens the search, marks the section being read, tells of older sheets, readies the page for print. Stores and sends nothing.
(() => {
  const find = (selector) => document.querySelector(selector)
  const all = (selector) => [...document.querySelectorAll(selector)]

  // The menu closes with Escape, with a press outside, and when the focus leaves it.
  const menu = find('.lms-menu')
  for (const type of ['pointerdown', 'focusin']) {
    document.addEventListener(type, ({ target }) => {
      if (!menu.contains(target)) menu.open = false
    })
  }
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.firstElementChild.focus()
  })

  // Our dialog around the theme's search. What it needs is fetched when it is first opened (search.js); where that fails,
  // the ways on are shown that stand under a search without results.
  const dialog = find('.lms-search')
  for (const opener of all('[data-lms-search]')) {
    opener.addEventListener('click', () => {
      dialog.showModal()
      find('.lms-search__input').select()
      import('./search.js').then(({ start }) => start(dialog)).catch(() => {
        find('.lms-search__none').hidden = false
      })
    })
  }
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || target.closest('a, .lms-search__close')) dialog.close()
  })
  find('.lms-search__form').addEventListener('submit', (event) => event.preventDefault())

  // "Add to my list" is fetched when the questions of the page come near.
  const asks = find('#lms-ask')
  if (asks) {
    const near = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      near.disconnect()
      import(new URL(asks.dataset.module, location))
    }, { rootMargin: '800px' })
    near.observe(find('.lms-section--questions'))
  }

  // Keeping the guide is offered where the browser can, and only once it knows how much that is.
  const device = find('.lms-device')
  if (device) import('./device.js').then(({ start }) => start(device)).catch(() => {})

  // Reading aloud is offered where the device has a voice of its own in the page's language; pressed, it is fetched.
  const aloud = find('.lms-aloud')
  if (aloud && globalThis.speechSynthesis) {
    const offer = () => {
      const { lang } = document.documentElement
      aloud.hidden = !speechSynthesis.getVoices().some((voice) => voice.localService && voice.lang.toLowerCase().startsWith(lang))
    }
    offer()
    speechSynthesis.addEventListener?.('voiceschanged', offer)
    find('.lms-aloud__open').addEventListener('click', () => import('./aloud.js').then(({ start }) => start(aloud)), { once: true })
  }

  // The section that crosses a line a third of the way down is the one being read.
  const links = new Map()
  const watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) links.get(target).ariaCurrent = isIntersecting ? 'true' : null
  }, { rootMargin: '-33% 0px -66%' })
  for (const link of all('.lms-aside .lms-contents__link')) {
    const section = document.getElementById(link.hash.slice(1))?.closest('.lms-section')
    if (!section) continue
    links.set(section, link)
    watch.observe(section)
  }

  // The code on a printed sheet carries the sheet's date (#v2026-11-25): an older sheet is named as such.
  const older = find('.lms-older')
  const dated = location.hash.match(/^#v(\d{4}-\d\d-\d\d)$/)?.[1]
  if (dated < older?.dataset.checked) older.hidden = false

  // On paper: name, address, date and status at the foot of every sheet (print.css); folded text opened, but for figures
  // that the reader did not ask to see.
  const sheet = find('.lms-print-head')?.dataset.sheet
  if (sheet) document.documentElement.style.setProperty('--lms-sheet', JSON.stringify(sheet).replaceAll('\\n', '\\a '))
  let folded = []
  addEventListener('beforeprint', () => {
    folded = all('.lms-article details:not([open], .lms-outlook, .lms-contents)')
    for (const item of folded) item.open = true
  })
  addEventListener('afterprint', () => {
    for (const item of folded) item.open = false
  })
})()
