import { inkOn, readableOnPaper } from './colour'
import { dialAddress, type Design } from './design'

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}

export type Shape = 'button' | 'floating' | 'text'

/** What a firm puts on its web site: a link that dials, without script, whatever style sheet the site has. */
export function snippetOf(design: Design, shape: Shape, words: string): string {
  const label = escaped(`${words} ${design.display}`.trim())
  const title = escaped(design.firm)
  const named = title === '' ? '' : ` title="${title}"`
  if (shape === 'text') {
    return `<a href="${dialAddress(design.number)}"${named} style="color:${readableOnPaper(design.colour)}">${label}</a>`
  }
  const place = shape === 'floating' ? 'position:fixed;right:20px;bottom:20px;z-index:1000;box-shadow:0 4px 14px rgba(0,0,0,.25);' : ''
  const look = `${place}display:inline-block;padding:12px 22px;border-radius:999px;background:${design.colour};color:${inkOn(design.colour)};font:600 16px/1.2 sans-serif;text-decoration:none`
  return `<a href="${dialAddress(design.number)}"${named} style="${look}">&#9742; ${label}</a>`
}

/** For mail programs: a table with styles of its own, which is what they all show. */
export function signatureHtml(design: Design, hotline: string): string {
  const colour = readableOnPaper(design.colour)
  const line = (text: string, look: string): string => (text === '' ? '' : `<div style="${look}">${escaped(text)}</div>`)
  const mail = design.mail === '' ? '' : `<div style="font-size:13px"><a href="mailto:${escaped(encodeURI(design.mail))}" style="color:#444444;text-decoration:none">${escaped(design.mail)}</a></div>`
  return [
    '<table cellpadding="0" cellspacing="0" border="0" style="font-family:sans-serif;font-size:14px;line-height:1.5;color:#444444">',
    `<tr><td style="padding:2px 14px 2px 12px;border-left:4px solid ${escaped(design.colour)}">`,
    line([design.person, design.title].filter((part) => part !== '').join(' · '), 'font-weight:bold;color:#222222'),
    line(design.firm, design.person === '' ? 'font-weight:bold;color:#222222' : ''),
    line(design.slogan, 'font-size:13px'),
    `<div>${escaped(hotline)} <a href="${dialAddress(design.number)}" style="color:${colour};font-weight:bold;text-decoration:none">${escaped(design.display)}</a></div>`,
    mail,
    '</td></tr></table>',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

export function signaturePlain(design: Design, hotline: string): string {
  return ['-- ', [design.person, design.title].filter((part) => part !== '').join(' · '), design.firm, design.slogan, `${hotline} ${design.display}`, design.mail].filter((part) => part !== '').join('\n')
}
