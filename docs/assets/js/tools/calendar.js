// Dates at a fixed interval, and a calendar file of them (RFC 5545). Whole days, so in UTC: no clock change moves one.

// `text` is what a date field of the browser gives: year-month-day, or nothing.
export const day = (text) => {
  const [year, month, date] = text.split('-')
  const found = new Date(Date.UTC(year, month - 1, date))
  return found.getUTCDate() === Number(date) ? found : null
}

// `count` dates after `start`, each counted from the start, so that the 29th or 31st comes back where a month has it:
// [{date, short}], `short` where the month had no such day and its last one stands there.
export const dates = (start, every, unit, count) => Array.from({ length: count }, (_, at) => {
  const date = new Date(start)
  const step = every * (at + 1)
  if (unit === 'weeks') {
    date.setUTCDate(date.getUTCDate() + 7 * step)
    return { date, short: false }
  }
  const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + step + 1, 0))
  const short = last.getUTCDate() < start.getUTCDate()
  last.setUTCDate(Math.min(start.getUTCDate(), last.getUTCDate()))
  return { date: last, short }
})

const stamp = (date) => date.toISOString().slice(0, 10).replaceAll('-', '')
const escaped = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

// A line may hold 75 bytes: 18 letters, of 4 bytes at most, never cut in two. Only a reader's own words can be longer.
const folded = (line) => line.replace(/[^]{18}(?!$)/gu, '$&\r\n ')

export const calendar = (days, title, maker) => [
  'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//${maker}//EN`,
  ...days.flatMap((date) => [
    'BEGIN:VEVENT', `UID:${crypto.randomUUID?.() ?? Math.random()}@${stamp(date)}`,
    `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${stamp(date)}`, folded(`SUMMARY:${escaped(title)}`), 'TRANSP:TRANSPARENT', 'END:VEVENT'
  ]),
  'END:VCALENDAR', ''
].join('\r\n')
