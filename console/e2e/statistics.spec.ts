import { expect, test, type Page } from '@playwright/test'
import { call, complaints, isAccessible, signIn } from './support'

const SHOP = '4006173952'

async function calls(page: Page): Promise<number> {
  await page.getByRole('button', { name: '刷新' }).click()
  await expect(page.locator('[aria-busy="false"]').first()).toBeVisible()
  return Number((await page.locator('dl.cards dd.now').first().innerText()).replace(/,/g, ''))
}

test('a call is counted in the statistics of today, with its region, hour and caller', async ({ page }) => {
  const said = complaints(page)
  await signIn(page, 'shop-owner')
  await page.getByRole('link', { name: '通话统计' }).click()
  await page.getByRole('radio', { name: '今天' }).check({ force: true })
  await expect(page).toHaveURL(/period=today/)
  const before = await calls(page)

  await call(SHOP, '--from', '13800138000')
  await expect.poll(() => calls(page), { intervals: [500] }).toBeGreaterThan(before)

  await expect(page.getByRole('img', { name: /小时 × 星期/ }).locator('canvas').first()).toBeVisible()
  await page.getByText('以表格查看').first().click()
  await expect(page.getByRole('region', { name: '以表格查看' }).first()).toContainText(/\d{4}-\d{2}-\d{2}/)
  await page.getByRole('button', { name: /^北京，来电/ }).click()
  await expect(page.getByRole('heading', { level: 3, name: '北京' })).toBeVisible()
  await expect(page.getByRole('link', { name: '13800138000' }).first()).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /CSV.*每日来电/ }).click()
  expect((await download).suggestedFilename()).toBe('days.csv')
  expect(said).toEqual([])
})

test('statistics have no serious barrier', async ({ page }) => {
  await signIn(page, 'shop-owner')
  await page.goto('/statistics?period=30')
  await expect(page.locator('dl.cards')).toBeVisible()
  await isAccessible(page)
})
