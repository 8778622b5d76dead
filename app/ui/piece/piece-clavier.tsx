const SAISIE =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="listbox"], [role="menu"], [role="combobox"], [role="dialog"]'

/** A letter typed in a field, in a menu or with a modifier is not a shortcut. */
export const estPourLaPage = (event: KeyboardEvent): boolean => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false
  return !(event.target instanceof HTMLElement && event.target.closest(SAISIE))
}
