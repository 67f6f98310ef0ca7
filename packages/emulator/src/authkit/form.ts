/** A field of a submitted form as text; an absent one, or a file, is empty. */
export function formText(form: Record<string, unknown>, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

/** Whether a text looks like an email address. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

/** A code as typed, without the spaces that people put in. */
export const formCode = (form: Record<string, unknown>): string =>
  formText(form, 'code').replaceAll(/\s/g, '')
