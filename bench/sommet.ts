import { readFileSync, writeFileSync } from 'node:fs'

/** A process starts with the peak of the one that started it: its own is counted from here (Linux, proc(5)). */
export const oublierLeMaximum = () => writeFileSync('/proc/self/clear_refs', '5')

/** The most memory held since, in MB. */
export const maximumMo = (): number => {
  const ko = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  if (ko === undefined) throw new Error('/proc/self/status ne dit pas VmHWM')
  return Number(ko) / 1024
}
