import { expect, test, type Browser, type Page } from '@playwright/test'
import { desk, password } from './support'

/** Each page as its people see it, in both languages, light and dark, on a desk and on a phone. Pictures are in `target/pictures`. */

const SAMPLE = '4006180427'

interface Looks {
  readonly language: 'zh' | 'en'
  readonly theme: 'light' | 'dark'
  readonly width: number
}

const looks: readonly Looks[] = [
  { language: 'zh', theme: 'light', width: 1280 },
  { language: 'en', theme: 'dark', width: 390 },
  ...(process.env.HOTLINE_PICTURES === 'all'
    ? ([
        { language: 'zh', theme: 'dark', width: 390 },
        { language: 'en', theme: 'light', width: 1280 },
        { language: 'zh', theme: 'dark', width: 1280 },
        { language: 'en', theme: 'light', width: 390 },
      ] as const)
    : []),
]

const visitor = ['/', '/packages', '/carrier-guide', '/sign-in', '/sign-up', '/invitation', '/password-reset']

/** The pages of a number's enterprise: the sample data's one with a contract, bills and a plan. */
const enterprise = [
  ...['/numbers', `/numbers/${SAMPLE}`, '/plans', `/numbers/${SAMPLE}/plan`, `/numbers/${SAMPLE}/forwarding`, `/numbers/${SAMPLE}/kit`],
  ...['/hours', '/holidays', '/prompts', '/lists', '/phones', '/webhooks', '/applications', '/applications/new', '/messages'],
  ...['/calls', '/calls/live', '/statistics'],
  ...['/money', '/bills', '/top-ups', '/charges', '/statement', '/invoices', '/contracts'],
  ...['/account', '/account/users', '/account/api-keys', '/account/audit'],
]

const operator = [
  ...['/desk/reviews', '/desk/blacklist', '/desk/payments', '/desk/bills', '/desk/invoices', '/desk/numbers', '/desk/prices', '/desk/words'],
  ...['/desk/tariffs', '/desk/enterprises', '/desk/trunks', '/desk/ledger', '/desk/audit', '/calls', '/calls/live', '/statistics', '/holidays'],
]

/** The newest of a list, on its own page. */
async function newest(name: string, lists: Readonly<Record<string, string>>): Promise<string[]> {
  const api = await desk(name)
  const found: string[] = []
  for (const [page, path] of Object.entries(lists)) {
    const { items } = (await api.get(path)) as { items?: { id: string }[] }
    if (items?.[0] !== undefined) {
      found.push(`${page}/${items[0].id}`)
    }
  }
  await api.leave()
  return found
}

async function open(browser: Browser, { language, theme, width }: Looks, name: string | undefined): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme: theme })
  await page.addInitScript(
    ([spoken, shown]) => {
      localStorage.setItem('hotline.language', spoken)
      localStorage.setItem('hotline.theme', shown)
    },
    [language, theme] as const,
  )
  if (name !== undefined) {
    await page.goto('/sign-in')
    await page.locator('input[type=text], input[type=email]').first().fill(name)
    await page.locator('input[type=password]').fill(password(name))
    await page.locator('main form button[type=submit], main button.el-button--primary').first().click()
    await expect(page).not.toHaveURL(/\/sign-in/)
  }
  return page
}

/** What somebody would be ashamed of: words that are missing, a page that is wider than its screen, an error on it. */
async function faults(page: Page, language: string): Promise<string[]> {
  return page.evaluate((spoken) => {
    const said: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1 && one.closest('.el-table, .el-scrollbar, .el-tabs__nav-wrap, pre, .wide') === null)
      said.push(`${root.scrollWidth} px wide: ${wide.slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${[...one.classList].join('.')}`).join(', ')}`)
    }
    const text = document.body.innerText
    said.push(...(text.match(/(^|\s)[a-z]+[A-Za-z]*\.[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*(?=\s|$)/g) ?? []).map((key) => `a key: ${key.trim()}`).filter((key) => !/\.(com|test|example|invalid|csv|wav|pdf|png|org)$/.test(key)))
    if (document.querySelector('main .el-alert--error, main .el-result--error') !== null) {
      said.push(`an error is shown: ${document.querySelector('main .el-alert--error, main .el-result--error')?.textContent ?? ''}`)
    }
    if (document.querySelector('main h1') === null) {
      said.push('no heading')
    }
    if (spoken === 'en') {
      const heading = document.querySelector('main h1')?.textContent ?? ''
      const labels = [...document.querySelectorAll('main label, main th, main .el-button, nav a')].map((one) => one.textContent)
      said.push(...[heading, ...labels].filter((words) => /[\u4e00-\u9fff]/.test(words)).map((words) => `Chinese: ${words.trim()}`))
    }
    return said
  }, language)
}

async function look(page: Page, looked: Looks, who: string, paths: readonly string[]): Promise<string[]> {
  const said: string[] = []
  for (const path of paths) {
    await page.goto(path)
    await expect(page.locator('main h1').first()).toBeVisible()
    await expect(page.locator('.el-loading-mask:visible, .el-skeleton:visible')).toHaveCount(0)
    said.push(...(await faults(page, looked.language)).map((fault) => `${path}: ${fault}`))
    const file = `${who}${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'one').replaceAll('/', '-')}.png`
    await page.screenshot({ path: `target/pictures/${looked.language}-${looked.theme}-${looked.width}/${file}`, fullPage: true })
  }
  return said
}

for (const looked of looks) {
  test(`every page is whole, ${looked.language}, ${looked.theme}, ${looked.width} px`, async ({ browser }) => {
    test.setTimeout(600_000)
    const said: string[] = []
    const customer = [...enterprise, ...(await newest('homeservice-owner', { '/bills': '/api/v1/bills', '/contracts': '/api/v1/contracts', '/calls': '/api/v1/calls', '/top-ups': '/api/v1/top-ups', '/webhooks': '/api/v1/notifications/subscriptions' }))]
    const desks = [...operator, ...(await newest('operator', { '/desk/reviews': '/api/v1/reviews', '/calls': '/api/v1/calls' }))]
    for (const [name, paths] of [
      [undefined, visitor],
      ['homeservice-owner', customer],
      ['operator', desks],
    ] as const) {
      const page = await open(browser, looked, name)
      said.push(...(await look(page, looked, name ?? 'visitor', paths)))
      await page.context().close()
    }
    expect(said).toEqual([])
  })
}
