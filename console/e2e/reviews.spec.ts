import { expect, test, type Page } from '@playwright/test'
import { Application } from './applicant'
import { complaints, isAccessible, signIn } from './support'

/** By keyboard: to the button of this name, and presses it. */
async function pressButton(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < 12; tabs++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.tagName === 'BUTTON' && (document.activeElement.textContent ?? '').trim().startsWith(wanted), name)) {
      await page.keyboard.press('Enter')
      return
    }
  }
  throw new Error(`no button ${name} can be reached by the keyboard`)
}

test('a paper that is unclear is sent again, and the second try is approved', async ({ page }) => {
  const application = await Application.handedIn()
  const said = complaints(page)
  await signIn(page, 'reviewer')
  await page.getByRole('link', { name: '审核台' }).click()
  const row = page.getByRole('row').filter({ hasText: application.company })
  await row.getByRole('button', { name: '领取' }).click()
  await expect(page.getByRole('heading', { name: application.company })).toBeVisible()
  await expect(page.getByRole('img', { name: /营业执照/ })).not.toHaveJSProperty('naturalWidth', 0)
  await isAccessible(page)

  await page.getByRole('button', { name: '营业执照：有问题' }).click()
  await page.getByRole('radio', { name: /公章模糊/ }).check()
  await page.getByRole('button', { name: '要求更正' }).click()
  const dialog = page.getByRole('dialog', { name: '要求更正' })
  await expect(dialog).toContainText('公章模糊')
  await dialog.getByRole('button', { name: '要求更正' }).click()
  await expect(page).toHaveURL(/\/desk\/reviews$/)
  expect(await application.state()).toBe('correction-asked')

  await application.send('business-licence', 1)
  await application.submit()
  await page.reload()
  await row.getByRole('button', { name: '领取' }).click()
  await expect(page.getByText('曾要求更正').first()).toBeVisible()
  await page.getByRole('button', { name: /^通过/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '通过' }).click()
  await expect(page).toHaveURL(/\/desk\/reviews$/)
  await expect.poll(() => application.state()).toMatch(/approved|provisioned|live/)
  expect(said).toEqual([])
})

test('the desk is worked by the keyboard alone', async ({ page }) => {
  const application = await Application.handedIn()
  await signIn(page, 'reviewer')
  await page.goto('/desk/reviews?stage=waiting')
  const chosen = page.locator('tr[aria-current=true]')
  await expect(chosen).toBeVisible()
  for (let rows = 0; rows < 50 && !(await chosen.innerText()).includes(application.company); rows++) {
    await page.keyboard.press('j')
  }
  await expect(chosen).toContainText(application.company)
  await page.keyboard.press('t')
  await expect(page.getByRole('heading', { name: application.company })).toBeVisible()
  await expect(page.getByRole('img', { name: /营业执照/ })).toBeVisible()

  await page.keyboard.press('?')
  await expect(page.getByText('标记问题，再按数字选择理由')).toBeVisible()
  await page.keyboard.press('?')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('r')
  await page.keyboard.press('9')
  await page.keyboard.type('j 盖章页请重拍 a')
  await expect(page.getByRole('textbox', { name: /补充说明/ })).toHaveValue('j 盖章页请重拍 a')
  await page.keyboard.press('Escape')
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog', { name: '要求更正' })).toContainText('盖章页请重拍')
  await pressButton(page, '要求更正')
  await expect(page).toHaveURL(/\/desk\/reviews$/)
  expect(await application.state()).toBe('correction-asked')
  await application.send('business-licence', 1)
  await application.submit()

  await page.goto(`/desk/reviews/${application.id}`)
  await expect(page.getByText('先领取，再审核。')).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByText('没有标记问题')).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByRole('dialog')).toBeVisible()
  await pressButton(page, '通过')
  await expect(page).toHaveURL(/\/desk\/reviews$/)
  await expect.poll(() => application.state()).toMatch(/approved|provisioned|live/)
})
