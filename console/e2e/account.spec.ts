import { createHmac } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { complaints, isAccessible, password, signIn } from './support'

const STEP_MS = 30_000

/** The bytes of what people type into an authenticator app (RFC 4648 §6). */
function base32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

/** The code of an authenticator app (RFC 6238). */
function code(secret: string, at: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / STEP_MS)))
  const hash = createHmac('sha1', base32(secret)).update(counter).digest()
  const offset = (hash[hash.length - 1] ?? 0) & 0xf
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('an owner invites somebody, gives him another role, and shuts him out', async ({ page }) => {
  const said = complaints(page)
  const mail = `colleague-${Date.now()}@example.com`
  await signIn(page, 'school-owner')
  await page.getByRole('link', { name: '成员' }).click()
  await page.getByRole('button', { name: '邀请成员' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('邮箱').fill('nobody')
  await form.getByLabel('姓名').fill('示例 新同事')
  await form.getByRole('button', { name: '发送邀请' }).click()
  await expect(form.locator('.el-form-item__error')).toBeVisible()
  await form.getByLabel('邮箱').fill(mail)
  await form.getByRole('button', { name: '发送邀请' }).click()
  const row = page.getByRole('row').filter({ hasText: mail })
  await expect(row).toContainText('待接受')
  await row.getByRole('button', { name: /^管理/ }).click()
  await page.getByRole('menuitem', { name: '变更角色' }).click()
  await page.getByRole('dialog').getByRole('combobox').press('Enter')
  await page.getByRole('option', { name: '主管' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(row).toContainText('主管')
  await row.getByRole('button', { name: /^管理/ }).click()
  await page.getByRole('menuitem', { name: '停用' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
  await expect(row).toContainText('已停用')
  expect(said.filter((one) => !one.includes('400'))).toEqual([])
})

test('an API key opens what it was made for, and nothing once it is revoked', async ({ page, playwright }) => {
  await signIn(page, 'school-owner')
  await page.goto('/account/api-keys')
  await page.getByRole('button', { name: '创建密钥' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名称').fill('示例 客户管理系统')
  await form.getByText('读', { exact: true }).first().click()
  await form.getByRole('button', { name: '创建', exact: true }).click()
  const token = /h4_[0-9a-f]+/.exec((await page.locator('[data-test=token]').textContent()) ?? '')?.[0] ?? ''
  expect(token).not.toBe('')

  const program = await playwright.request.newContext({ baseURL: new URL(page.url()).origin, extraHTTPHeaders: { Authorization: `Bearer ${token}` } })
  expect((await program.get('/api/v1/calls?limit=1')).status()).toBe(200)
  expect((await program.get('/api/v1/bills?limit=1')).status()).toBe(403)
  await page.getByRole('button', { name: '吊销 示例 客户管理系统' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '吊销' }).click()
  await expect(page.getByText('密钥已吊销')).toBeVisible()
  await expect.poll(async () => (await program.get('/api/v1/calls?limit=1')).status()).toBe(401)
  await program.dispose()
})

test('a second factor is set up by its secret, wanted at the next sign-in, and removed', async ({ page }) => {
  await signIn(page, 'school-supervisor')
  await page.goto('/account')
  await page.getByLabel('当前密码确认').fill(password('school-supervisor'))
  await page.getByRole('button', { name: '开始设置' }).click()
  await expect(page.getByRole('img', { name: '两步验证二维码' })).toBeVisible()
  await isAccessible(page)
  const secret = /[A-Z2-7]{32}/.exec((await page.locator('[data-test=secret]').textContent()) ?? '')?.[0] ?? ''
  const now = Date.now()
  await page.getByLabel('验证码').fill(code(secret, now))
  await page.getByRole('button', { name: '启用两步验证' }).click()
  const codes = page.locator('[data-test=codes] li')
  await expect(codes).toHaveCount(10)
  const recovery = (await codes.first().textContent()) ?? ''
  await page.getByRole('button', { name: '我已保存' }).click()
  await page.getByRole('button', { name: '退出' }).click()

  await page.goto('/sign-in')
  await page.getByLabel('邮箱').fill('school-supervisor')
  await page.getByLabel('密码', { exact: true }).fill(password('school-supervisor'))
  await page.getByRole('button', { name: '登录' }).click()
  // Each code is taken once: the next one is the next step's.
  await page.getByLabel(/^验证码/).fill(code(secret, now + STEP_MS))
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).not.toHaveURL(/\/sign-in/)

  await page.goto('/account')
  await page.getByRole('button', { name: '移除两步验证' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('当前密码确认').fill(password('school-supervisor'))
  await form.getByLabel('验证码').fill(recovery)
  await form.getByRole('button', { name: '移除两步验证' }).click()
  await expect(page.getByText('未启用')).toBeVisible()
})

test('the pages of the account have no serious barrier, and the trail is intact', async ({ page }) => {
  await signIn(page, 'school-owner')
  for (const path of ['/account', '/account/users', '/account/api-keys', '/account/audit']) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await isAccessible(page)
  }
  await page.getByRole('button', { name: '核验完整性' }).click()
  await expect(page.getByText(/^完好/)).toBeVisible()
})
