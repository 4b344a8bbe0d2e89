import { expect, request, type APIRequestContext } from '@playwright/test'
import { deflateSync } from 'node:zlib'
import { password } from './support'

/** Somebody who speaks with the platform without a page: signed in, with the proof that a change wants. */
export class Caller {
  private constructor(
    private readonly context: APIRequestContext,
    private readonly proof: string,
  ) {}

  static async as(name: string): Promise<Caller> {
    const context = await request.newContext({ baseURL: process.env.HOTLINE_URL ?? 'http://127.0.0.1:8080' })
    const answer = await context.post('/api/v1/session', { data: { mail: name, password: password(name) } })
    expect(answer.status(), await answer.text()).toBe(200)
    const { cookies } = await context.storageState()
    return new Caller(context, cookies.find((one) => one.name === 'hotline-csrf')?.value ?? '')
  }

  async get(path: string): Promise<Record<string, unknown>> {
    const answer = await this.context.get(`/api/v1${path}`)
    expect(answer.ok(), await answer.text()).toBe(true)
    return (await answer.json()) as Record<string, unknown>
  }

  async post(path: string, data: unknown = {}): Promise<Record<string, unknown>> {
    const answer = await this.context.post(`/api/v1${path}`, { data, headers: { 'X-CSRF-Token': this.proof } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as Record<string, unknown>
  }

  async put(path: string, data: unknown, type = 'application/json'): Promise<void> {
    const answer = await this.context.put(`/api/v1${path}`, { data, headers: { 'X-CSRF-Token': this.proof, 'Content-Type': type } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  }
}

function crc(bytes: Buffer): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) {
      sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
    }
  }
  return ~sum >>> 0
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'ascii'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A grey picture of stripes that no other seed has. */
export function picture(seed: number): Buffer {
  const [width, height] = [620, 877]
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    const dark = (Math.floor(y / 24) * 2654435761 + seed) % 7 === 0
    rows.fill(dark ? 40 + (seed % 60) : 250, y * (width + 1) + 1, (y + 1) * (width + 1))
  }
  for (let digit = 0; digit < 32; digit++) {
    rows.fill((seed >>> digit) & 1 ? 0 : 200, 40 * (width + 1) + 1 + digit * 10, 40 * (width + 1) + 9 + digit * 10)
  }
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** GB 32100-2015 of an enterprise that there is not. */
function creditCode(count: number): string {
  const head = `91110105MA${String(count).padStart(7, '0')}`
  let sum = 0
  let weight = 1
  for (const character of head) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return head + ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** GB 11643-1999 of a person that there is not. */
function idCard(count: number): string {
  const head = `11010519800101${String(count % 1000).padStart(3, '0')}`
  const sum = [...head].reduce((total, digit, place) => total + Number(digit) * ((1 << (17 - place)) % 11), 0)
  return head + '10X98765432'.charAt(sum % 11)
}

const papers = ['business-licence', 'legal-representative-id', 'handler-id', 'application-form'] as const

/** An application that has been handed in and paid, made over the API. */
export class Application {
  private constructor(
    private readonly owner: Caller,
    private readonly seed: number,
    readonly id: string,
    readonly company: string,
  ) {}

  static async handedIn(): Promise<Application> {
    const owner = await Caller.as('homeservice-owner')
    const seed = Math.floor(Math.random() * 9_000_000) + 500_000
    const company = `示例·贝安家政服务部${seed}号`
    const id = String((await owner.post('/applications')).id)
    const application = new Application(owner, seed, id, company)
    await application.fillIn(await freeNumber(owner))
    for (const paper of papers) {
      await application.send(paper)
    }
    await application.submit()
    await application.pay()
    return application
  }

  private async fillIn(number: string): Promise<void> {
    const person = (name: string, count: number) => ({ name, document: 'id-card', number: idCard(count), until: '长期', mobile: '13800130001', mail: 'shop@example.com' })
    const form = {
      entity: 'enterprise',
      trade: 'household',
      company: { name: this.company, creditCode: creditCode(this.seed), licenceFrom: '2020-01-01', licenceUntil: '长期', address: '北京市朝阳区示例路1号' },
      legalRepresentative: person('张三', this.seed * 2),
      handler: person('李四', this.seed * 2 + 1),
      choice: { number, tariff: 'basic', termMonths: 12, purpose: '为顾客提供家政服务咨询', forwardTo: ['13800138001'] },
    }
    await this.owner.put(`/applications/${this.id}/form`, { version: await this.version(), form })
  }

  /** Uploads a paper; the second try is another picture. */
  async send(paper: string, attempt = 0): Promise<void> {
    const place = papers.findIndex((one) => one === paper)
    await this.owner.put(`/applications/${this.id}/papers/${paper}`, picture(this.seed * 16 + place * 4 + attempt), 'image/png')
  }

  async submit(): Promise<void> {
    await this.owner.post(`/applications/${this.id}/submission`, { version: await this.version() })
  }

  private async pay(): Promise<void> {
    const payment = await this.owner.get(`/applications/${this.id}/payment`)
    const finance = await Caller.as('finance-officer')
    const on = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date())
    await finance.post(`/payments/${String(payment.id)}/confirmations`, { bankReference: `TEST${this.seed}`, amount: payment.missing, on })
  }

  async state(): Promise<string> {
    return String((await this.owner.get(`/applications/${this.id}`)).state)
  }

  private async version(): Promise<number> {
    return Number((await this.owner.get(`/applications/${this.id}`)).version)
  }
}

/** An ordinary number that can be had, somewhere in the middle of what there is, so that stories do not meet. */
async function freeNumber(owner: Caller): Promise<string> {
  for (let tries = 0; tries < 20; tries++) {
    const head = 80 + Math.floor(Math.random() * 20)
    const { numbers } = await owner.get(`/numbers/search?class=ordinary&without=4&head=${head}&limit=50`)
    const found = numbers as { number: string }[]
    const one = found[Math.floor(Math.random() * found.length)]
    if (one !== undefined) {
      return one.number
    }
  }
  throw new Error('there is no ordinary number to be had')
}
