import { expect, test, type Locator, type Page } from '@playwright/test'
import { pdf, png } from './papers'
import { call, complaints, desk, isAccessible, mailedLink, signIn } from './support'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const seed = Date.now() % 1_000_000

/** A credit code that nobody has, with its check character (GB 32100-2015). */
function creditCode(serial: number): string {
  const head = `91110000${String(serial).padStart(9, '0')}`
  let weight = 1
  let sum = 0
  for (const letter of head) {
    sum += ALPHABET.indexOf(letter) * weight
    weight = (weight * 3) % 31
  }
  return head + (ALPHABET[(31 - (sum % 31)) % 31] ?? '0')
}

/** An identity number that is clearly made up, with its check digit (GB 11643-1999). */
function idNumber(serial: number): string {
  const head = `11010119900307${String(serial % 1000).padStart(3, '0')}`
  const sum = Array.from(head).reduce((all, digit, index) => all + Number(digit) * (2 ** (17 - index) % 11), 0)
  return head + ('10X98765432'[sum % 11] ?? '0')
}

async function signUp(page: Page, company: string, mail: string): Promise<void> {
  await page.getByLabel('企业名称').fill(company)
  await page.getByLabel('邮箱').fill(mail)
  await page.getByRole('button', { name: '发送确认邮件' }).click()
  await expect(page.getByRole('status')).toContainText(mail)
  await page.goto(await mailedLink(mail, 'sign-up'))
  await page.getByLabel('设置密码').fill('right horse 400')
  await page.getByRole('button', { name: '完成注册并登录' }).click()
}

/** In a list that opens; what is chosen already lies over its field, so the click is forced. */
async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  await field.click({ force: true })
  await page.getByRole('option', { name: option, ...(typeof option === 'string' ? { exact: true } : {}) }).last().click()
}

async function person(page: Page, group: string, name: string, serial: number): Promise<void> {
  const fields = page.getByRole('group', { name: group })
  await fields.getByLabel('姓名').fill(name)
  await choose(page, fields.getByLabel('证件类型'), '居民身份证')
  await fields.getByLabel('证件号码').fill(idNumber(serial))
  await fields.getByText('长期').click()
}

async function on(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('heading', { level: 2, name: step })).toBeVisible()
}

async function upload(page: Page, paper: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const slot = page.getByRole('region', { name: paper })
  await slot.locator('input[type=file]').setInputFiles(file)
  await expect(slot.getByText('已上传')).toBeVisible()
}

/** The first plan answers from nine to six; the story is told at any hour. */
async function answerAllDay(page: Page, number: string, line: string): Promise<void> {
  const proof = (await page.context().cookies()).find((one) => one.name === 'hotline-csrf')?.value ?? ''
  const plan = {
    settings: { charging: 'ringback', ringSeconds: 15, attempts: 1 },
    start: 'team',
    steps: { team: { type: 'distribute', targets: [{ to: line }], otherwise: 'nobody' }, nobody: { type: 'voicemail', greeting: ['system-voicemail'], maxSeconds: 30 } },
  }
  const answer = await page.request.put(`/api/v1/numbers/${number}/plan`, { data: plan, headers: { 'X-CSRF-Token': proof } })
  expect(answer.ok(), await answer.text()).toBe(true)
}

test('a visitor becomes a customer with a live number, and a call rings through', async ({ page }) => {
  // A long way, with a process of its own for the call at its end.
  test.setTimeout(300_000)
  const said = complaints(page)
  const mail = `visitor-${seed}@example.com`

  await page.goto('/')
  await choose(page, page.getByLabel('等级'), /普通号码/)
  await page.keyboard.press('Escape')
  await page.getByLabel('不含').fill('4')
  await expect(page.getByRole('status')).toContainText(/找到/)
  const card = page.getByRole('article').filter({ has: page.locator('.el-tag', { hasText: '普通' }) }).nth(seed % 20)
  await card.getByRole('button', { name: '留号' }).click()
  await page.getByRole('link', { name: '注册企业账号' }).click()
  await signUp(page, `某某餐饮 ${seed} 有限公司`, mail)

  await expect(page).toHaveURL(/\/applications\/new/)
  const number = (await page.getByLabel('400 号码').inputValue()).replaceAll('-', '')
  await page.getByRole('button', { name: '现在保留 15 分钟' }).click()
  await expect(page.getByText('已为您保留，剩余')).toBeVisible()
  await choose(page, page.getByLabel('行业', { exact: true }), '餐饮美食')
  await page.getByRole('button', { name: '开始申请' }).click()

  await page.getByLabel('企业名称').fill(`某某餐饮 ${seed} 有限公司`)
  await page.getByLabel('统一社会信用代码').fill('91110000000000000A')
  await page.getByLabel('注册地址').fill('北京市某区某路 1 号')
  await expect(page.getByText('校验码不符')).toBeVisible()
  await page.getByLabel('统一社会信用代码').fill(creditCode(seed))
  await expect(page.getByText('校验码不符')).toBeHidden()
  await page.getByText('长期').click()

  await on(page, '人员')
  await person(page, '法定代表人', '张三丰', seed)
  await person(page, '经办人', '李四', seed + 1)
  const handler = page.getByRole('group', { name: '经办人' })
  await handler.getByLabel('手机号').fill('13900139000')
  await handler.getByLabel('邮箱').fill(mail)

  await on(page, '用途与套餐')
  await page.getByLabel('用途', { exact: true }).fill('餐饮订位与售后咨询')
  await page.getByLabel('接听电话 1', { exact: true }).fill('13700137000')
  await page.getByRole('radio', { name: '选择基础套餐' }).check()

  await on(page, '材料')
  await upload(page, '营业执照', { name: 'licence.png', mimeType: 'image/png', buffer: png(seed) })
  await upload(page, '法定代表人身份证件', { name: 'id.png', mimeType: 'image/png', buffer: png(seed + 1) })
  await upload(page, '经办人身份证件', { name: 'handler.png', mimeType: 'image/png', buffer: png(seed + 2) })
  await upload(page, '业务受理单（加盖公章）', { name: 'form.pdf', mimeType: 'application/pdf', buffer: pdf(`form ${seed}`) })

  await on(page, '核对提交')
  await expect(page.getByText('内容齐全，可以提交。')).toBeVisible()
  await page.getByText('本单位承诺').click()
  await page.getByRole('button', { name: '提交申请' }).click()

  await expect(page.getByRole('heading', { name: '请付款' })).toBeVisible()
  const reference = await page.getByTestId('reference').innerText()
  const id = page.url().replace(/.*applications\/([^?]*).*/, '$1')

  const finance = await desk('finance-officer')
  const [payment] = (await finance.get(`/api/v1/payments?reference=${reference}`)).items as { id: string; missing: string }[]
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  await finance.change(`/api/v1/payments/${payment?.id}/confirmations`, { bankReference: `TEST${seed}`, amount: payment?.missing, on: today })
  await finance.leave()
  await expect(page.getByRole('heading', { name: '等待审核' })).toBeVisible()

  const reviewer = await desk('reviewer')
  await reviewer.change(`/api/v1/reviews/${id}/take`)
  await reviewer.change(`/api/v1/reviews/${id}/approval`)
  await reviewer.leave()
  await expect(page.getByRole('heading', { name: '号码已开通，请试拨' })).toBeVisible()
  await expect(page.getByText('13700137000').first()).toBeVisible()

  await answerAllDay(page, number, '13700137000')
  expect(await call(number)).toContain('对方已接听')
  await expect(page.getByRole('heading', { name: '号码已启用' })).toBeVisible()
  await page.getByRole('link', { name: '消息' }).click()
  await page.getByRole('button', { name: /欢迎使用/ }).click()
  await expect(page.getByText('欢迎使用 400 热线！')).toBeVisible()
  expect(said).toEqual([])
})

test('an application that is half filled in is found again on another day', async ({ page }) => {
  await signIn(page, 'school-owner')
  await page.goto('/applications/new')
  await choose(page, page.getByLabel('行业', { exact: true }), '教育培训')
  await expect(page.getByText('办学许可证')).toBeVisible()
  await page.getByRole('button', { name: '开始申请' }).click()
  await page.getByLabel('企业名称').fill('某某培训学校')
  await on(page, '人员')
  await page.getByRole('group', { name: '法定代表人' }).getByLabel('姓名').fill('王小明')
  await page.getByRole('button', { name: '上一步' }).click()
  await page.getByRole('button', { name: '退出' }).click()

  await signIn(page, 'school-owner')
  await page.goto('/applications')
  await page.getByRole('link', { name: '未选号码' }).first().click()
  await page.getByRole('button', { name: /企业信息/ }).click()
  await expect(page.getByLabel('企业名称')).toHaveValue('某某培训学校')
  await page.getByRole('button', { name: /人员/ }).click()
  await expect(page.getByRole('group', { name: '法定代表人' }).getByLabel('姓名')).toHaveValue('王**')
  await page.getByRole('button', { name: '放弃草稿' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
  await expect(page.getByRole('heading', { name: '申请已撤回' })).toBeVisible()
})

test('a forgotten password is replaced by the mail’s link', async ({ page }) => {
  const mail = `forgetful-${seed}@example.com`
  await page.goto('/sign-up')
  await signUp(page, `某某遗忘 ${seed} 有限公司`, mail)
  await expect(page).toHaveURL(/\/applications$/)
  await page.getByRole('button', { name: '退出' }).click()
  await page.goto('/sign-in')
  await page.getByRole('link', { name: '忘记密码？' }).click()
  await page.getByLabel('邮箱').fill(mail)
  await page.getByRole('button', { name: '发送邮件' }).click()
  await page.goto(await mailedLink(mail, 'password-reset'))
  await page.getByLabel('设置密码').fill('short')
  await page.getByRole('button', { name: '更改密码' }).click()
  await expect(page.getByText('密码长度应为')).toBeVisible()
  await page.getByLabel('设置密码').fill('another horse 400')
  await page.getByRole('button', { name: '更改密码' }).click()
  await expect(page.getByRole('status')).toContainText('密码已更改')
  await page.getByLabel('邮箱').fill(mail)
  await page.getByLabel('密码', { exact: true }).fill('another horse 400')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
})

test('an invitation is taken up by the mail’s link, once', async ({ page }) => {
  const mail = `colleague-${seed}@example.com`
  const owner = await desk('homeservice-owner')
  await owner.change('/api/v1/users', { mail, name: '新同事', role: 'viewer' })
  await owner.leave()
  const link = await mailedLink(mail, 'invitation')
  await page.goto(link)
  await page.getByLabel('设置密码').fill('third horse 400')
  await page.getByRole('button', { name: '接受并登录' }).click()
  await expect(page).toHaveURL(/\/numbers$/)
  await expect(page.getByText('新同事')).toBeVisible()
  await page.getByRole('button', { name: '退出' }).click()
  await page.goto(link)
  await page.getByLabel('设置密码').fill('fourth horse 400')
  await page.getByRole('button', { name: '接受并登录' }).click()
  await expect(page.getByRole('alert')).toContainText('验证码无效')
})

test('the ways in and the application have no serious barrier', async ({ page }) => {
  for (const [path, heading] of [
    ['/sign-up', '注册企业账号'],
    ['/password-reset', '找回密码'],
    ['/invitation', '接受邀请'],
    ['/packages', '选套餐'],
    ['/carrier-guide', '三家运营商怎么选'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await isAccessible(page)
  }
  await signIn(page, 'shop-owner')
  for (const path of ['/applications', '/applications/new', '/messages']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await isAccessible(page)
  }
})
