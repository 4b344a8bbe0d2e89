import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

const [name = '', password = ''] = (process.env.HOTLINE_OWNER ?? '').split('=')

/** What the browser complained of: a page that is right says nothing, but for the question who has signed in. */
function complaints(page: Page): string[] {
  const said: string[] = []
  page.on('pageerror', (error) => said.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) {
      said.push(message.text())
    }
  })
  return said
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
  expect(serious.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('邮箱').fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/\/numbers$/)
}

test('a visitor finds a number as he types, compares, and is asked to sign in to hold it', async ({ page }) => {
  const said = complaints(page)
  await page.goto('/')
  await page.getByLabel(/^号码/).fill('???8888')
  await expect(page.getByRole('status')).toContainText(/找到 [0-9,]+ 个号码/)
  const cards = page.getByRole('article')
  await expect(cards.first()).toContainText('8888')
  await expect(cards.first()).toContainText('选号费')
  await cards.nth(0).getByText('对比').click()
  await cards.nth(1).getByText('对比').click()
  await page.getByRole('button', { name: '对比' }).last().click()
  await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await cards.first().getByRole('button', { name: '留号' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=\/$/)
  expect(said).toEqual([])
})

test('a number that nobody can have is answered with those that come closest', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel(/^号码/).fill('8888888')
  await page.getByLabel('不含').fill('8')
  await expect(page.getByRole('status')).toContainText('没有完全符合的号码')
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('an owner finds a call, and its X-ray tells what happened and shows the signalling', async ({ page }) => {
  const said = complaints(page)
  await signIn(page)
  await page.getByRole('link', { name: '通话记录' }).click()
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByText(/拨打/)).toBeVisible()
  await page.getByRole('button', { name: 'INVITE' }).first().click()
  await expect(page.locator('pre')).toContainText('INVITE sip:')
  expect(said).toEqual([])
})

test('a wrong password is told, and a page asked for before signing in comes after it', async ({ page }) => {
  await page.goto('/calls/live')
  await page.getByLabel('邮箱').fill(name)
  await page.getByLabel('密码', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/\/calls\/live$/)
})

test('whose session has ended is told so, and led on to where he was', async ({ page }) => {
  await signIn(page)
  await page.context().clearCookies()
  await page.getByRole('link', { name: '通话记录' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=\/calls&ended=/)
  await expect(page.getByRole('status')).toContainText('登录已过期')
})

for (const theme of ['light', 'dark'] as const) {
  test(`what everybody can reach has no serious barrier, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('/')
    await expect(page.getByRole('article').first()).toBeVisible()
    await isAccessible(page)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { name: 'Find your 400 number' })).toBeVisible()
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await isAccessible(page)
  })
}

test('the page takes nothing from elsewhere', async ({ page }) => {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin)) {
      elsewhere.push(request.url())
    }
  })
  const answer = await page.goto('/')
  await expect(page.getByRole('article').first()).toBeVisible()
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'self'")
  expect(elsewhere).toEqual([])
})
