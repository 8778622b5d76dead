/**
 * How Node keeps the web process small. A page leaves a few MB of litter: with the room V8 takes by default for what is young (three times
 * 32 MB) and old, the process holds twice what it needs. What is old may still grow to 512 MB before the process is refused memory.
 */
export const MEMOIRE_WEB = ['--max-semi-space-size=4', '--max-old-space-size=512']

/**
 * The same for the workers: a workbook of 100,000 lines leaves much litter and keeps little. The bound on what is old also makes V8 gather it
 * sooner: the workbook then takes 180 MB instead of 290.
 */
export const MEMOIRE_TRAVAUX = ['--max-semi-space-size=4', '--max-old-space-size=1024']
