import { EN_PREPARATION, type EnPreparation } from '#domain/pre-projet/lecture/apercu'

/**
 * How long a page waits for what is worked out of a file, in ms. A browser has an act of the page answered with what the page reads: an officer who
 * judges a workbook whose pages are being made would wait for them.
 */
const PATIENCE_MS = 1_000

/** What is worked out of a file, or that it is not there yet; the work goes on and is kept, so that it is there when it is asked again; a fault that comes then is met by who asks. */
export async function bientot<T>(travail: Promise<T>): Promise<T | EnPreparation> {
  let minuterie: NodeJS.Timeout | undefined
  const tard = new Promise<EnPreparation>((resolve) => {
    minuterie = setTimeout(() => resolve(EN_PREPARATION), PATIENCE_MS)
  })
  try {
    return await Promise.race([travail, tard])
  } finally {
    clearTimeout(minuterie)
  }
}
