import { expect, test, type Page } from '@playwright/test'
import { complaints, isAccessible, signIn } from './support'

const pages = [
  '/desk/reviews',
  '/desk/blacklist',
  '/desk/payments',
  '/desk/payments?part=topUps',
  '/desk/payments?part=refunds',
  '/desk/payments?part=odd',
  '/desk/bills',
  '/desk/invoices',
  '/desk/invoices?part=batches',
  '/desk/numbers',
  '/desk/numbers?part=segments',
  '/desk/numbers?part=imports',
  '/desk/numbers?part=classes',
  '/desk/prices',
  '/desk/prices?part=promotions',
  '/desk/words',
  '/desk/tariffs',
  '/desk/enterprises',
  '/desk/enterprises?part=resellers',
  '/desk/trunks',
  '/desk/ledger',
  '/desk/ledger?part=balance',
  '/desk/ledger?part=accounts',
  '/desk/ledger/accounts/revenue',
  '/desk/audit',
]

test('a trunk is added, changed and removed', async ({ page }) => {
  const said = complaints(page)
  const name = `e2e-${Date.now()}`
  await signIn(page, 'operator')
  await page.getByRole('link', { name: '中继与封禁' }).click()
  await page.getByRole('button', { name: '添加中继' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名称').fill(name)
  await form.getByLabel('区号').fill('010')
  await form.getByLabel('可信来源').fill('no-address')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByRole('alert').first()).toBeVisible()
  await form.getByLabel('可信来源').fill('192.0.2.0/24')
  await form.getByRole('button', { name: '保存' }).click()
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText('192.0.2.0/24')
  await row.getByRole('button', { name: '编辑' }).click()
  await form.locator('.el-switch').first().click()
  await form.getByRole('button', { name: '保存' }).click()
  await expect(row).toContainText('停用')
  await row.getByRole('button', { name: '删除' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await expect(row).toHaveCount(0)
  // The form's fault was told by a 400, which the browser notes.
  expect(said.filter((one) => !one.includes('400'))).toEqual([])
})

test('prices and packages are read, and a number is looked up', async ({ page }) => {
  const said = complaints(page)
  await signIn(page, 'operator')
  await page.getByRole('link', { name: '价目与促销' }).click()
  await expect(page.getByRole('region', { name: '内置价目表' })).toContainText('¥')
  await page.getByRole('link', { name: '资费套餐' }).click()
  await page.getByRole('button', { name: '查看 basic' }).click()
  await expect(page.getByRole('dialog')).toContainText('合约期')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '号码与号段' }).click()
  await page.getByRole('button', { name: '400-617-3952' }).click()
  await expect(page.getByRole('dialog')).toContainText('普通号')
  expect(said.filter((one) => !one.includes('404'))).toEqual([])
})

test('the books are checked and right, and the audit trail is whole', async ({ page }) => {
  const said = complaints(page)
  await signIn(page, 'operator')
  await page.getByRole('link', { name: '账本' }).click()
  await page.getByRole('button', { name: '立即核对' }).click()
  await expect(page.getByRole('status')).toContainText('账目正确')
  await page.getByRole('link', { name: '试算平衡' }).click()
  await expect(page.getByText('借贷相等').first()).toBeVisible()
  await page.getByRole('link', { name: '审计日志' }).click()
  await expect(page.getByRole('row').filter({ hasText: '/api/v1/ledger/checks' }).first()).toBeVisible()
  await page.getByRole('button', { name: '核验完整性' }).click()
  await page.getByRole('button', { name: '开始核验' }).click()
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('完整')
  expect(said).toEqual([])
})

test('who may not see the desk has no way to it, and is refused', async ({ page }) => {
  await signIn(page, 'shop-supervisor')
  await expect(page.getByRole('link', { name: '审核台' })).toHaveCount(0)
  for (const path of ['/desk/audit', '/desk/trunks', '/desk/reviews/019cb13a-0000-7000-8000-000000000001']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: '没有权限打开这个页面' })).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`${path}$`))
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  }
})

/** What can be looked at within the time of one story. */
const PART = 7

async function areAccessible(page: Page, paths: readonly string[]): Promise<void> {
  await signIn(page, 'operator')
  for (const path of paths) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('.el-skeleton')).toHaveCount(0)
    await isAccessible(page)
  }
}

for (let first = 0; first < pages.length; first += PART) {
  test(`no page of the desk has a serious barrier, from ${pages[first]}`, async ({ page }) => {
    await areAccessible(page, pages.slice(first, first + PART))
  })
}
