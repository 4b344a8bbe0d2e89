import { expect, test } from '@playwright/test'
import { complaints, isAccessible, signIn } from './support'

const SCHOOL = '4008888888'

test('a number is closed for today, with a reason, and opened again', async ({ page }) => {
  const said = complaints(page)
  await signIn(page, 'school-owner')
  await page.getByRole('link', { name: '400-888-8888' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('400-888-8888')
  await expect(page.getByText('sample data was asked for')).toBeVisible()
  await expect(page.getByText(/第 \d+ 版/)).toBeVisible()
  await page.getByRole('button', { name: '临时关闭' }).click()
  await page.getByLabel('原因（同事可见）').fill('台风放假')
  await page.getByRole('button', { name: '立即关闭' }).click()
  await expect(page.getByText('已临时关闭', { exact: true })).toBeVisible()
  await expect(page.getByText('“台风放假”')).toBeVisible()
  await expect(page.getByText(/00:00:00 自动恢复/)).toBeVisible()
  await page.getByRole('button', { name: '恢复营业' }).click()
  await expect(page.getByText('按时间表营业')).toBeVisible()
  expect(said).toEqual([])
})

test('its pages have no serious barrier', async ({ page }) => {
  await signIn(page, 'school-owner')
  for (const [path, sign] of [
    ['/numbers', '我的号码'],
    [`/numbers/${SCHOOL}`, '400-888-8888'],
    ['/hours', '营业时间'],
    ['/holidays', '法定节假日与调休'],
    ['/phones', '话机与分机'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(sign)
    await expect(page.locator('.el-skeleton')).toHaveCount(0)
    await isAccessible(page)
  }
})

test('the holidays of a year stand on its sheets, and a year that is missing is told', async ({ page }) => {
  await signIn(page, 'school-owner')
  await page.goto('/holidays')
  await page.getByText('2026', { exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: '国庆节' }).first()).toContainText('2026-10-01')
  await expect(page.getByRole('cell', { name: /2026-10-01 .*放假/ })).toBeVisible()
})

test('a phone is added, its password shown once and renewed, and it goes', async ({ page }) => {
  await signIn(page, 'school-owner')
  await page.goto('/phones')
  await page.getByRole('button', { name: '添加话机' }).first().click()
  const form = page.getByRole('dialog', { name: '添加话机' })
  await form.getByLabel('名称').fill('前台')
  await form.getByLabel('分机号').fill('12')
  await form.getByLabel('登录名').fill('school-reception')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.locator('.el-form-item__error')).toBeVisible()
  await form.getByLabel('分机号').fill('8801')
  await form.getByRole('button', { name: '保存' }).click()
  const secret = page.getByRole('dialog', { name: 'school-reception 的密码' })
  const first = (await secret.locator('code').textContent()) ?? ''
  expect(first.length).toBeGreaterThanOrEqual(10)
  await secret.getByRole('button', { name: '我已保存' }).click()
  const row = page.getByRole('row').filter({ hasText: 'school-reception' })
  await expect(row).toContainText('离线')
  await row.getByRole('button', { name: '重置密码' }).click()
  await page.getByRole('dialog', { name: '重置密码' }).getByRole('button', { name: '重置密码' }).click()
  await expect(secret.locator('code')).not.toHaveText(first)
  await secret.getByRole('button', { name: '我已保存' }).click()
  await row.getByRole('button', { name: '删除' }).click()
  await page.getByRole('dialog', { name: '删除' }).getByRole('button', { name: '删除' }).click()
  await expect(row).toHaveCount(0)
})
