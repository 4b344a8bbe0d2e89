import { onMounted, onUnmounted } from 'vue'
import { copySteps, pasteSteps } from './edit'
import type { Designer } from './designer'

/** Whether what is typed belongs to a field, and not to the graph. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
}

export interface Told {
  copied(count: number): void
  pasted(count: number): void
  save(): void
}

/** Undo, redo, save, copy and paste from the keyboard, wherever the focus is but in a field. */
export function useKeys(designer: Designer, told: Told): void {
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

  function copied(event: ClipboardEvent): void {
    const isText = (document.getSelection()?.toString() ?? '') !== ''
    if (!isTyping(event.target) && !isText && designer.selected.value.size > 0) {
      event.clipboardData?.setData('text/plain', copySteps(designer.plan.value, designer.selected.value))
      event.preventDefault()
      told.copied(designer.selected.value.size)
    }
  }

  function pasted(event: ClipboardEvent): void {
    if (isTyping(event.target) || designer.readonly.value) {
      return
    }
    const made = pasteSteps(designer.plan.value, event.clipboardData?.getData('text/plain') ?? '')
    if (made !== undefined) {
      event.preventDefault()
      designer.paste(made.plan, made.names.values())
      told.pasted(made.names.size)
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
}
