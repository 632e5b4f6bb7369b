// The choice of colors in the footer. Nothing is stored until the reader chooses, and "as my device" removes it again.
// A line in the head (overrides/partials/javascripts/base.html) puts the choice back before anything is drawn.
(() => {
  const key = 'lms-scheme'
  const root = document.documentElement
  const choices = document.querySelectorAll('.lms-scheme input')
  for (const choice of choices) {
    choice.checked = choice.value === (root.getAttribute('data-lms-scheme') || '')
    choice.addEventListener('change', () => {
      if (choice.value) root.setAttribute('data-lms-scheme', choice.value)
      else root.removeAttribute('data-lms-scheme')
      try {
        if (choice.value) localStorage.setItem(key, choice.value)
        else localStorage.removeItem(key)
      } catch {
        // Storage is closed to us: the choice holds for this page.
      }
    })
  }
})()
