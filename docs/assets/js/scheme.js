// The choice of colors in the footer. Stored only when one is chosen, removed by "as my device", put back by a line in the
// head (overrides/partials/javascripts/base.html).
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
        // No storage: it holds for this page.
      }
    })
  }
})()
