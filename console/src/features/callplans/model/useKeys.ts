import { onMounted, onUnmounted } from 'vue'
import { copySteps, pasteSteps } from './edit'
import type { Designer } from './designer'

/** Whether what is typed belongs to a field, and not to the graph. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
}

export interface Told {
  copied(count: number): void
  /** None: there was nothing to paste. */
  pasted(count: number): void
  save(): void
}

/** Where the browser keeps its clipboard to itself. */
let remembered = ''

/** Undo, redo, save, copy and paste from the keyboard, wherever the focus is but in a field; copy and paste by a button, too. */
export function useKeys(designer: Designer, told: Told) {
  function pressed(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || designer.readonly.value) {
      return
    }
    const key = event.key.toLowerCase()
    if (key === 's') {
      event.preventDefault()
      told.save()
    } else if (!isTyping(event.target) && (key === 'y' || (key === 'z' && event.shiftKey))) {
      event.preventDefault()
      designer.redo()
    } else if (!isTyping(event.target) && key === 'z') {
      event.preventDefault()
      designer.undo()
    }
  }

  function taken(): string {
    remembered = copySteps(designer.plan.value, designer.selected.value)
    told.copied(designer.selected.value.size)
    return remembered
  }

  /** How many steps were put in. */
  function putIn(clipboard: string): number {
    const made = designer.readonly.value ? undefined : pasteSteps(designer.plan.value, clipboard)
    if (made !== undefined) {
      designer.paste(made.plan, made.names.values())
    }
    return made?.names.size ?? 0
  }

  function copied(event: ClipboardEvent): void {
    const isText = (document.getSelection()?.toString() ?? '') !== ''
    if (!isTyping(event.target) && !isText && designer.selected.value.size > 0) {
      event.clipboardData?.setData('text/plain', taken())
      event.preventDefault()
    }
  }

  function pasted(event: ClipboardEvent): void {
    if (isTyping(event.target)) {
      return
    }
    const count = putIn(event.clipboardData?.getData('text/plain') ?? '')
    if (count > 0) {
      event.preventDefault()
      told.pasted(count)
    }
  }

  onMounted(() => {
    document.addEventListener('keydown', pressed)
    document.addEventListener('copy', copied)
    document.addEventListener('paste', pasted)
  })
  onUnmounted(() => {
    document.removeEventListener('keydown', pressed)
    document.removeEventListener('copy', copied)
    document.removeEventListener('paste', pasted)
  })

  return {
    async copy(): Promise<void> {
      // Browsers give their own only to secure pages whom people allow it: within this page it is remembered anyway.
      const steps = taken()
      await navigator.clipboard?.writeText(steps).catch(() => undefined)
    },
    async paste(): Promise<void> {
      const outside = await navigator.clipboard?.readText().catch(() => undefined)
      told.pasted(putIn(outside ?? '') || putIn(remembered))
    },
  }
}
