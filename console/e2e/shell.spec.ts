import { expect, test } from '@playwright/test'
import { isAccessible, password, signIn } from './support'

test('a wrong password is told, and a page asked for before signing in comes after it', async ({ page }) => {
  await page.goto('/calls/live')
  await page.getByLabel('邮箱').fill('shop-owner')
  await page.getByLabel('密码', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('密码', { exact: true }).fill(password('shop-owner'))
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/\/calls\/live$/)
})

test('whose session has ended is told so, and led on to where he was', async ({ page }) => {
  await signIn(page, 'shop-owner')
  await page.context().clearCookies()
  await page.getByRole('navigation').getByRole('link', { name: '通话记录' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=\/calls&ended=/)
  await expect(page.getByRole('status')).toContainText('登录已过期')
})

test('what everybody can reach has no serious barrier', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('article').first()).toBeVisible()
  await isAccessible(page)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Find your 400 number' })).toBeVisible()
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await isAccessible(page)
})

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
