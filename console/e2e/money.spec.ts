import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { complaints, isAccessible, password, signIn } from './support'

/** Decimal yuan as shown, in fen. */
function fen(shown: string): number {
  const found = /(-?)¥([\d,]+)\.(\d{2})/.exec(shown)
  expect(found, shown).not.toBeNull()
  return Number(`${found?.[1] ?? ''}${(found?.[2] ?? '').replaceAll(',', '')}${found?.[3] ?? ''}`)
}

async function figure(page: Page, title: string): Promise<number> {
  return fen((await page.locator('.card', { hasText: title }).locator('.value').first().textContent()) ?? '')
}

/** As the operator's finance staff, who have read the bank's statement. */
async function confirmTransfer(page: Page, topUp: string, amount: string): Promise<void> {
  const origin = new URL(page.url()).origin
  const desk = await page.context().browser()?.newContext({ baseURL: origin })
  expect(desk).toBeDefined()
  const session = await desk?.request.post('/api/v1/session', { data: { mail: 'finance-officer', password: password('finance-officer') } })
  expect(session?.status()).toBe(200)
  const proof = (await desk?.cookies())?.find((cookie) => cookie.name === 'hotline-csrf')?.value ?? ''
  const on = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  const confirmed = await desk?.request.post(`/api/v1/top-ups/${topUp}/confirmations`, {
    headers: { 'X-CSRF-Token': proof, 'Idempotency-Key': `e2e-${topUp}` },
    data: { amount, bankReference: `E2E-${Date.now()}`, on, note: '' },
  })
  expect(confirmed?.status(), await confirmed?.text()).toBeLessThan(300)
  await desk?.close()
}

test('an owner reads a bill, takes its PDF, pays it by bank transfer, and the balance is right', async ({ page }) => {
  const said = complaints(page)
  await signIn(page, 'homeservice-owner')
  await page.getByRole('link', { name: '账单', exact: true }).click()
  await page.getByText('待付', { exact: true }).first().click()
  const bill = page.getByRole('region', { name: '账单' }).getByRole('link').first()
  await bill.click()
  await expect(page.getByRole('heading', { name: /^\d{4}-\d{2} 账单/ })).toBeVisible()
  const lines = page.getByRole('region', { name: '账单明细' })
  await expect(lines).toContainText('月租')
  await expect(lines).toContainText('套餐分钟')
  const open = await figure(page, '待付')
  expect(open).toBeGreaterThan(0)
  const address = page.url()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 PDF' }).click()
  expect((await readFile(await (await download).path())).subarray(0, 5).toString()).toBe('%PDF-')

  await page.goto('/money')
  const before = await figure(page, '可用余额')
  const owed = await figure(page, '待付账单')
  expect(owed).toBeGreaterThanOrEqual(open)
  await page.goto(address)
  await page.getByRole('button', { name: '付款' }).click()
  await page.getByRole('dialog').getByLabel('金额').fill('500.00')
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page).toHaveURL(/\/top-ups\/[0-9a-f-]+$/)
  await expect(page.getByText(/^HT\d{10}$/)).toBeVisible()
  await expect(page.getByRole('status')).toContainText('待付款')
  await confirmTransfer(page, page.url().split('/').pop() ?? '', '500.00')
  await expect(page.getByText('¥500.00 已到账')).toBeVisible()

  await page.goto(address)
  await expect(page.locator('.facts')).toContainText('已付清')
  expect(await figure(page, '待付')).toBe(0)
  await page.goto('/money')
  await expect.poll(() => figure(page, '可用余额')).toBe(before + 50_000 - owed)
  expect(said).toEqual([])
})

test('an invoice is asked for on a paid bill, refused field by field, and withdrawn', async ({ page }) => {
  await signIn(page, 'homeservice-owner')
  await page.goto('/bills')
  await page.getByText('已付清', { exact: true }).first().click()
  await page.getByRole('row').filter({ hasText: '已付清' }).last().getByRole('link').click()
  await page.getByRole('button', { name: '申请发票' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('发票抬头').fill('示例·雅居管家服务')
  await form.getByLabel(/^税号/).fill('91110105MA00000013')
  await form.getByLabel('收票邮箱').fill('accounts@example.com')
  await form.getByRole('button', { name: '提交申请' }).click()
  await expect(form.locator('.el-form-item__error')).toBeVisible()
  await form.getByLabel(/^税号/).fill('91110105MA00000012')
  await form.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByText('已提交发票申请')).toBeVisible()
  await page.getByRole('button', { name: '撤回' }).click()
  await page.getByRole('dialog', { name: '撤回' }).getByRole('button', { name: '撤回' }).click()
  await expect(page.getByRole('region', { name: '发票' })).toContainText('已撤回')
})

test('a contract shows its advice, quotes another package, and a feature is bought and dropped', async ({ page }) => {
  const said = complaints(page)
  await signIn(page, 'homeservice-owner')
  await page.goto('/contracts')
  await page.getByRole('link', { name: '4006180427' }).click()
  await page.getByRole('button', { name: '算一算哪个套餐更省' }).click()
  await expect(page.getByText(/^推荐：|已是最省的$/)).toBeVisible()
  await page.getByRole('button', { name: '更换套餐' }).click()
  const dialog = page.getByRole('dialog', { name: '更换套餐' })
  await expect(dialog.getByRole('status')).toContainText('这就是现在的套餐')
  await dialog.getByRole('combobox', { name: '套餐' }).press('Enter')
  await page.getByRole('option', { name: /^标准套餐/ }).click()
  await expect(dialog.getByRole('status')).toContainText('更换后')
  await dialog.getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '加购满意度评价' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '加购' }).click()
  await expect(page.getByText('已加购“满意度评价”')).toBeVisible()
  await page.getByRole('button', { name: '退订满意度评价' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退订' }).click()
  await expect(page.getByText('已退订“满意度评价”，今天结束后停用')).toBeVisible()
  expect(said).toEqual([])
})

test('the pages of money have no serious barrier', async ({ page }) => {
  await signIn(page, 'homeservice-owner')
  const pages = [
    ['/money', '.card .value'],
    // On the first of a month there are none yet.
    ['/charges', 'tbody tr, .el-empty'],
    ['/bills', 'tbody tr'],
    ['/top-ups', 'tbody tr'],
    ['/statement', '.card .value'],
    ['/contracts', 'article'],
  ] as const
  for (const [path, there] of pages) {
    await page.goto(path)
    await expect(page.locator(there).first()).toBeVisible()
    await isAccessible(page)
  }
  await page.locator('article a').first().click()
  await expect(page.getByRole('region', { name: '功能与加购' })).toBeVisible()
  await isAccessible(page)
})
