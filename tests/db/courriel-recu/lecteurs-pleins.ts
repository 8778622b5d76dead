import { lire } from '#lecteurs/lecteurs'

/** More than may wait: two are read, and the others fill the queue. */
const TROP = 600

/** Gives the readers more than they take, at once; ends once all of it was read or refused. */
export function occuperLesLecteurs(): Promise<unknown> {
  const html = '<p style="color:red">x &amp; y '.repeat(60_000)
  return Promise.allSettled(
    Array.from({ length: TROP }, (_, i) =>
      lire('html', { html: i < 2 ? html : '<b>x</b>' }, i < 2 ? { delaiMs: 500 } : {}),
    ),
  )
}
