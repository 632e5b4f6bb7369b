// What the frame of a page needs beyond HTML: closing the menu, opening the search, marking the section being read, and
// opening folded text for print. Nothing is stored, nothing is sent. Without this file menu, contents and text still work.
(() => {
  const find = (selector) => document.querySelector(selector)

  // The menu closes with Escape, with a press outside, and when the focus leaves it.
  const menu = find('.lms-menu')
  const leave = (event) => {
    if (menu.open && event.target && !menu.contains(event.target)) menu.open = false
  }
  document.addEventListener('pointerdown', leave)
  document.addEventListener('focusin', leave)
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.firstElementChild.focus()
  })

  // The search: a native dialog of ours around the theme's script, which is fetched when it is first opened.
  const dialog = find('.lms-search')
  const input = find('.lms-search__input')
  const count = find('.lms-search__count')
  const list = find('.lms-search__list')
  const toggle = find('#__search')

  const start = () => {
    const later = find('script[data-lms-later]')
    if (!later) return
    const config = find('#__config')
    const { document: theirs, page: ours } = dialog.dataset
    config.textContent = config.textContent.replace(/"search\.result\.[^}]*/, (words) => words.replaceAll(theirs, ours))
    const script = document.createElement('script')
    script.src = later.dataset.src
    later.replaceWith(script)
    // The theme's one-letter shortcuts stay off, and Tab and Enter keep their usual meaning: only arrows reach it.
    document.addEventListener('keydown', (event) => {
      if (!dialog.contains(event.target) || !event.key.startsWith('Arrow')) event.stopPropagation()
    })
    // It leaves results out of the Tab order: they come back in.
    new MutationObserver(() => {
      for (const item of list.querySelectorAll('[tabindex]')) item.removeAttribute('tabindex')
    }).observe(list, { childList: true, subtree: true })
    // It hides its results when the address changes: not while they are in use.
    toggle.addEventListener('change', () => {
      if (dialog.open && !toggle.checked) setTimeout(() => toggle.click())
    })
  }

  for (const opener of document.querySelectorAll('[data-lms-search]')) {
    opener.addEventListener('click', () => {
      dialog.showModal()
      input.focus()
      input.select()
      start()
    })
  }
  find('.lms-search__close').addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => {
    if (toggle.checked) toggle.click()
  })
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest('a')) dialog.close()
  })
  input.form.addEventListener('submit', (event) => event.preventDefault())
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') count.focus()
  })

  // The contents list says which section is being read: the one that crosses a line a third of the way down.
  const links = new Map()
  for (const link of document.querySelectorAll('.lms-aside .lms-contents__link')) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (target) links.set(target.closest('.lms-section') || target, link)
  }
  const watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) links.get(target).setAttribute('aria-current', 'true')
      else links.get(target).removeAttribute('aria-current')
    }
  }, { rootMargin: '-33% 0px -66%' })
  for (const section of links.keys()) watch.observe(section)

  // Every printed sheet carries the page's name, address, date and status at its foot (print.css).
  const sheet = find('.lms-print-head')
  if (sheet) document.documentElement.style.setProperty('--lms-sheet', JSON.stringify(sheet.dataset.sheet).replaceAll('\\n', '\\a '))

  // Folded text is printed; figures behind a door only where the reader opened it.
  let opened = []
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('.lms-article details:not([open], .lms-outlook, .lms-contents)')]
    for (const item of opened) item.open = true
  })
  addEventListener('afterprint', () => {
    for (const item of opened) item.open = false
  })
})()
