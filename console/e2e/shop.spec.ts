import { expect, test } from '@playwright/test'
import { complaints } from './support'

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
  // Two numbers below their headings.
  await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await cards.first().getByRole('button', { name: '留号' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=\/applications\/new/)
  expect(said).toEqual([])
})

test('a number that nobody can have is answered with those that come closest', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel(/^号码/).fill('8888888')
  await page.getByLabel('不含').fill('8')
  await expect(page.getByRole('status')).toContainText('没有完全符合的号码')
  await expect(page.getByRole('article').first()).toBeVisible()
})
